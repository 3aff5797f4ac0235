import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse, BrowserContext, Response } from '@playwright/test';

// What must not turn up anywhere it does not belong, and those who listen for it.

/** Settings of a stack whose secrets can be found again. */
export const CANARY_SETTINGS = {
  AURA_CLIENT_SECRET: 'canary-client-secret',
  AURA_WEBHOOK_TOKEN: 'canary-webhook-token',
  SECRET_KEY: 'canary-secret-key-of-thirty-two-bytes',
  SMS_WEBHOOK_TOKEN: 'canary-sms-token',
  SMS_IN_TOKEN: 'canary-text-gateway-token',
  SMTP_URL: 'smtp://vigil:canary-mail-password@127.0.0.1:9',
  ADMIN_EMAIL: 'admin@vigil.test',
  ADMIN_PASSWORD: 'canary-admin-password',
} as const;

/** Somebody whose name, number and place nobody else has. */
export const MARKED_PERSON = {
  name: 'Zephyrine',
  surname: 'Quillfeather',
  mobile: '+27824719365',
  address: '192.0.2.77',
};
export const MARKED_PLACE = { latitude: -26.3871592, longitude: 28.2718281, accuracy: 17 };

/** What to look for, by the name under which a find is reported. */
export type Secrets = Readonly<Record<string, RegExp>>;

export function literally(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** A one-time code is six digits, which many longer numbers contain. */
export function asCode(code: string): RegExp {
  return new RegExp(`(?<!\\d)${code}(?!\\d)`);
}

export const SERVER_SECRETS: Secrets = Object.fromEntries(
  Object.entries(CANARY_SETTINGS)
    .filter(([name]) => name !== 'ADMIN_EMAIL')
    .map(([name, value]) => [name, literally(value)]),
);

export const PERSONAL_FACTS: Secrets = {
  name: /zephyrine/i,
  surname: /quillfeather/i,
  // Every spelling contains the subscriber's digits in this order.
  mobile: /82\D{0,3}471\D{0,3}9365/,
  latitude: /26\.387/,
  longitude: /28\.271/,
};

const CONTEXT = 80;

/** The secrets that a text gives away, each by its name with what stands around it. */
export function leaksIn(text: string, secrets: Secrets): string[] {
  return Object.entries(secrets).flatMap(([name, pattern]) => {
    const find = pattern.exec(text);
    if (!find) return [];
    const end = find.index + find[0].length;
    const [before, after] = [
      text.slice(Math.max(0, find.index - CONTEXT), find.index),
      text.slice(end, end + CONTEXT),
    ];
    return [`${name}: ${before}«${name}»${after}`];
  });
}

export type Heard = { readonly what: string; readonly text: string };

/** Everything that one browser received from a server and sent to any. */
export type Witness = {
  readonly answers: Heard[];
  readonly requests: { readonly url: string; readonly referer: string | undefined }[];
  /** Adds an answer that was asked for beside the pages. */
  readonly add: (what: string, response: APIResponse) => Promise<APIResponse>;
  /** Resolves when every answer so far was read. */
  readonly settled: () => Promise<void>;
};

/** One browser, and what it hears. */
export type Seat = { readonly context: BrowserContext; readonly witness: Witness };

export function listenTo(context: BrowserContext, origin: string): Witness {
  const answers: Heard[] = [];
  const requests: { url: string; referer: string | undefined }[] = [];
  const reading: Promise<void>[] = [];
  const hear = async (response: Response) => {
    const { method, url } = { method: response.request().method(), url: response.url() };
    const request = await response.request().allHeaders();
    requests.push({ url, referer: request.referer });
    if (!url.startsWith(origin)) return;
    const headers = JSON.stringify(await response.headersArray());
    answers.push({ what: `${method} ${url}`, text: `${headers}\n${await bodyOf(response)}` });
  };
  context.on('response', (response) => reading.push(hear(response)));
  return {
    answers,
    requests,
    add: async (what, response) => {
      answers.push({ what, text: `${JSON.stringify(response.headersArray())}\n${await response.text()}` });
      return response;
    },
    settled: async () => {
      await Promise.all(reading);
    },
  };
}

async function bodyOf(response: Response): Promise<string> {
  // It lasts as long as its page; what it says is looked at by lib/live' own tests.
  if (response.headers()['content-type']?.startsWith('text/event-stream')) return '';
  try {
    return await response.text();
  } catch {
    // A redirect has no body, and the browser drops that of a page which it has left.
    return '';
  }
}

/** Every file that a build gives to browsers. */
export function clientBundle(distDir: string): Heard[] {
  const folder = join(distDir, 'static');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ what: path.slice(folder.length), text: readFileSync(path, 'latin1') }));
}
