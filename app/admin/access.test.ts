import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { type Actor, anonymousActor, enrollingActor, operatorActor } from '#lib/identity/actor.ts';
import Board from './(console)/callouts/page.tsx';
import { ACTIONS, ALL, type Caller, PAGES, ROUTES } from './access-lists.ts';
import SignIn from './sign-in/page.tsx';

// Every page, route and action of the console, called as every role. Nothing listens where the settings point to: an allowed
// caller meets a connection or validation error; any other is refused before. An unlisted entry point fails the test.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let actor: Actor = anonymousActor('192.0.2.1');

vi.mock('#lib/identity/session.ts', async (original) => ({
  ...(await original<typeof import('#lib/identity/session.ts')>()),
  operatorFrom: async () => (actor.role === 'enrolling' ? anonymousActor('192.0.2.1') : actor),
  enrolleeFrom: async () => actor,
  operatorSessionIdIn: async () => null,
}));
// Needs a running Next.
vi.mock('next/cache', () => ({ refresh: () => undefined, revalidatePath: () => undefined }));
// Keeps the output short.
vi.mock('#lib/platform/log.ts', async (original) => ({
  ...(await original<typeof import('#lib/platform/log.ts')>()),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
}));
vi.mock('#lib/identity/next-adapter.ts', () => ({
  requestHeaders: async () => new Headers(),
  sendCookies: async () => undefined,
  refreshPage: () => undefined,
}));

function actorOf(caller: Caller): Actor {
  if (caller === 'anonymous') return anonymousActor('192.0.2.1');
  if (caller === 'enrolling') return enrollingActor('operator-1', 'Ada', '192.0.2.1');
  return operatorActor(caller, 'operator-1', 'Ada', '192.0.2.1', new Date());
}

/** The callers who are allowed, by trying all. */
async function allowedCallers(isAllowed: () => Promise<boolean>): Promise<Caller[]> {
  const allowed: Caller[] = [];
  for (const caller of ALL) {
    actor = actorOf(caller);
    if (await isAllowed()) allowed.push(caller);
  }
  return allowed;
}

/** False when Next redirected or answered 404. */
async function passes(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    return !/^NEXT_(REDIRECT|HTTP_ERROR_FALLBACK)/.test(digest);
  }
}

/** An unknown id of the parameter's type. */
const idFor = (name = '') => (name === 'importId' ? '00000000-0000-4000-8000-000000000000' : '1');

/** Like Next: undefined for a path without parameters. */
const paramsOf = (path: string) => {
  const params = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, idFor(name)]);
  return Promise.resolve(params.length > 0 ? Object.fromEntries(params) : undefined);
};

const pathOf = (file: string) =>
  `/${dirname(file)
    .replace(/^app\//, '')
    .replaceAll(/\(\w+\)\//g, '')}`;

describe('a page', () => {
  const files = new Map(globSync('app/admin/**/page.tsx', { cwd: ROOT }).map((file) => [pathOf(file), file]));

  test('is listed, and nothing else is', () => {
    expect([...files.keys()].sort()).toEqual(Object.keys(PAGES).sort());
  });

  test.each([...files])('%s is shown to the allowed roles only', async (entry, file) => {
    const { default: Page } = await import(`${ROOT}${file}`);
    const props = { params: paramsOf(entry), searchParams: Promise.resolve({}) };
    expect(await allowedCallers(() => passes(() => Page(props)))).toEqual(PAGES[entry]);
  });
});

test('an admin who lacks a second factor is redirected from any page to its set-up', async () => {
  actor = actorOf('enrolling');
  await expect(Board({ searchParams: Promise.resolve({}) })).rejects.toMatchObject({
    digest: expect.stringContaining(';/admin/sign-in;'),
  });
  await expect(SignIn({ searchParams: Promise.resolve({}) })).rejects.toMatchObject({
    digest: expect.stringContaining(';/admin/second-factor/set-up;'),
  });
});

describe('a route', () => {
  const found = globSync('app/api/admin/**/route.ts', { cwd: ROOT }).flatMap((file) => {
    const methods = readFileSync(`${ROOT}${file}`, 'utf8').matchAll(
      /^export (?:const|async function) ([A-Z]+)\b/gm,
    );
    return [...methods].map(([, method = '']) => ({ entry: `${method} ${pathOf(file)}`, method, file }));
  });

  test('is listed, and nothing else is', () => {
    expect(found.map(({ entry }) => entry).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test.each(found)('$entry answers the allowed roles only', async ({ entry, method, file }) => {
    const { [method]: handler } = await import(`${ROOT}${file}`);
    const path = pathOf(file).replaceAll(/\[\w+\]/g, '1');
    const call = async () => {
      const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const request = new Request(`http://localhost:3000${path}`, { method, ...body });
      const response: Response = await handler(request, { params: paramsOf(entry) });
      await response.body?.cancel();
      return response.status !== 401 && response.status !== 403;
    };
    expect(await allowedCallers(call)).toEqual(ROUTES[entry]);
  });

  test.each(found.filter(({ entry, method }) => method === 'GET' && !entry.includes('[')))(
    '$entry takes a request without a query',
    async ({ entry, file }) => {
      actor = actorOf('admin');
      const { GET } = await import(`${ROOT}${file}`);
      const response: Response = await GET(new Request(`http://localhost:3000${pathOf(file)}`), {
        params: paramsOf(entry),
      });
      await response.body?.cancel();
      // Without a database here it is not answered: what counts is that its input is taken.
      expect(response.status).not.toBe(400);
    },
  );
});

describe('a server action', () => {
  const used = new Set(
    globSync(['app/admin/**/*.tsx', 'components/admin/**/*.{ts,tsx}'], { cwd: ROOT }).flatMap((file) => {
      const imports = readFileSync(`${ROOT}${file}`, 'utf8').matchAll(
        /import \{([^}]+)\} from '#lib\/([\w/-]+)\/actions\.ts'/g,
      );
      return [...imports].flatMap(([, names = '', folder]) =>
        names.split(',').flatMap((name) => (/Action$/.test(name.trim()) ? [`${folder}/${name.trim()}`] : [])),
      );
    }),
  );
  const forOperators = globSync('lib/**/actions.ts', { cwd: ROOT }).flatMap((file) => {
    const made = readFileSync(`${ROOT}${file}`, 'utf8').matchAll(
      /^export const (\w+) = \w+(?:<[^(]*>)?\(\s*(?:operator|enrollee)\b/gm,
    );
    return [...made].map(([, name]) => `${dirname(file).replace(/^lib\//, '')}/${name}`);
  });
  const found = [...new Set([...used, ...forOperators])].sort();

  test('is listed, and nothing else is', () => {
    expect(found).toEqual(Object.keys(ACTIONS).sort());
  });

  test.each(found)('%s runs for the allowed roles only', async (name) => {
    const { [basename(name)]: run } = await import(`${ROOT}lib/${dirname(name)}/actions.ts`);
    const call = async () => {
      let answer: unknown;
      const passed = await passes(async () => {
        answer = await run({}, new FormData());
      });
      // A redirect means that it ran.
      return !passed || !JSON.stringify(answer ?? null).includes('"permission.denied"');
    };
    expect(await allowedCallers(call)).toEqual(ACTIONS[name]);
  });
});
