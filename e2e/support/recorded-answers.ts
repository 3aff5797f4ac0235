import type {
  APIRequestContext,
  APIResponse,
  Browser,
  BrowserContext,
  Request,
  Response,
} from '@playwright/test';
import { judgeAnswers, readDocument } from '../../scripts/openapi/judge-answer.ts';

// Every answer of a stable route that a journey sees is held against docs/openapi.json.

const judge = judgeAnswers(readDocument());

const wordsOf = (request: Request) => ({ url: request.url(), method: request.method() });

/** Records what one stack answers. */
export function recordAnswers(origin: string) {
  const judging: Promise<void>[] = [];
  const faults: string[] = [];
  const record = async (method: string, response: Response | APIResponse) => {
    const { pathname, origin: answered } = new URL(response.url());
    if (answered !== origin || !pathname.startsWith('/api/')) return;
    const type = response.headers()['content-type'] ?? null;
    // Of a page that was left meanwhile; status and type count all the same. A stream has no end.
    const isWhole = type?.includes('json') === true;
    const body = isWhole ? await response.text().catch(() => null) : null;
    const found = judge({ method, path: pathname, status: response.status(), type, body });
    faults.push(...found.map((fault) => `${method} ${pathname} ${response.status()}: ${fault}`));
  };
  const recordSeen = async (response: Response) => {
    // Made by the test, or kept by the service worker: not an answer of the app's.
    if (response.fromServiceWorker() || !(await response.serverAddr().catch(() => null))) return;
    await record(response.request().method(), response);
  };
  const recordAsked = (request: APIRequestContext) => {
    const ask = request.fetch.bind(request);
    request.fetch = async (address, options) => {
      const response = await ask(address, options);
      const asked = typeof address === 'string' ? { url: address, method: 'GET' } : wordsOf(address);
      const { pathname } = new URL(asked.url, origin);
      // A redirect was followed, by a GET.
      const isSame = new URL(response.url()).pathname === pathname;
      judging.push(record(isSame ? (options?.method ?? asked.method) : 'GET', response));
      return response;
    };
  };
  const recordIn = (context: BrowserContext) => {
    context.on('response', (response) => judging.push(recordSeen(response)));
    recordAsked(context.request);
    return context;
  };
  return {
    recordAsked,
    recordIn,
    /** Contexts that a test opens by itself, until the function that it gives is called. */
    recordInAllOf: (browser: Browser) => {
      const open = browser.newContext;
      browser.newContext = async (options) => recordIn(await open.call(browser, options));
      return () => {
        browser.newContext = open;
      };
    },
    /** What the document does not say, of all that was seen. */
    faults: async () => {
      await Promise.all(judging);
      return faults;
    },
  };
}
