import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import {
  type Actor,
  anonymousActor,
  enrollingActor,
  type OperatorRole,
  operatorActor,
} from '#lib/identity/actor.ts';
import Board from './(console)/callouts/page.tsx';
import SignIn from './sign-in/page.tsx';

// Every page, route and action of the console, called as every role. Nothing listens where the settings of a
// test run point to: who is let in meets a defect there, or a complaint about what they sent; who is not let
// in is refused before. A door that is not listed here fails.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Visitor = 'anonymous' | 'enrolling' | OperatorRole;
type Guests = readonly Visitor[];

const VISITORS: Guests = ['anonymous', 'enrolling', 'viewer', 'operator', 'admin'];
const OPERATORS: Guests = ['viewer', 'operator', 'admin'];
const ACTING: Guests = ['operator', 'admin'];
const ADMINS: Guests = ['admin'];
const SIGNED_IN: Guests = ['enrolling', 'viewer', 'operator', 'admin'];
const NOT_YET: Guests = ['anonymous'];
const NOBODY: Guests = [];

const PAGES: Readonly<Record<string, Guests>> = {
  '/admin/account': OPERATORS,
  '/admin/audit': ADMINS,
  '/admin/callouts': OPERATORS,
  '/admin/callouts/[calloutId]': OPERATORS,
  '/admin/customers': OPERATORS,
  '/admin/customers/[customerId]': OPERATORS,
  '/admin/customers/import': ADMINS,
  '/admin/customers/import/[importId]': ADMINS,
  '/admin/integration': OPERATORS,
  '/admin/customers/register': ACTING,
  '/admin/customers/signup': OPERATORS,
  '/admin/join/[token]': VISITORS,
  '/admin/map': OPERATORS,
  '/admin/operators': ADMINS,
  '/admin/operators/[operatorId]': ADMINS,
  '/admin/reports': OPERATORS,
  // Only between the password and the code of one sign-in, whose cookie nobody brings here.
  '/admin/second-factor': NOBODY,
  '/admin/second-factor/set-up': SIGNED_IN,
  '/admin/sign-in': NOT_YET,
  '/admin/webhooks': OPERATORS,
  '/admin/webhooks/[eventId]': OPERATORS,
};

const ROUTES: Readonly<Record<string, Guests>> = {
  'GET /api/admin/attention': OPERATORS,
  'GET /api/admin/audit': ADMINS,
  'GET /api/admin/callouts': OPERATORS,
  'GET /api/admin/callouts/[calloutId]': OPERATORS,
  'GET /api/admin/callouts/[calloutId]/cancellations': OPERATORS,
  'GET /api/admin/callouts/[calloutId]/notes': OPERATORS,
  'GET /api/admin/coverage': OPERATORS,
  'GET /api/admin/map': OPERATORS,
  'GET /api/admin/customer-imports/[importId]': ADMINS,
  'GET /api/admin/customer-imports/[importId]/errors': ADMINS,
  'GET /api/admin/integration': OPERATORS,
  'GET /api/admin/presses': OPERATORS,
  'GET /api/admin/reports': OPERATORS,
  'POST /api/admin/callouts/[calloutId]/notes': ACTING,
  'POST /api/admin/customer-imports': ADMINS,
  'POST /api/admin/integration/doctor': ACTING,
  'POST /api/admin/integration/test-callout': ADMINS,
};

const ACTIONS: Readonly<Record<string, Guests>> = {
  'console/attention/acknowledgeAlertAction': ACTING,
  'console/callout-page/rereadCalloutAction': ACTING,
  'console/callout-page/setVerdictAction': ACTING,
  'customers/directory/cancelSubscriptionAction': ADMINS,
  'customers/directory/deleteCustomerAction': ADMINS,
  'customers/directory/readPrivateProfileAction': ACTING,
  'customers/directory/registerCustomerAction': ACTING,
  'customers/directory/renewAction': ACTING,
  'customers/directory/setDependantsAction': ADMINS,
  'customers/directory/startSubscriptionAction': ACTING,
  'customers/hosted-signup/createSignupAction': ACTING,
  'customers/hosted-signup/recheckSignupAction': ACTING,
  'customers/imports/startImportAction': ADMINS,
  'customers/imports/stopImportAction': ADMINS,
  'following/cancellations/cancelAsOperatorAction': ACTING,
  'identity/signInOperatorAction': VISITORS,
  'identity/signOutOperatorAction': VISITORS,
  'integration/registerWebhooksAction': ADMINS,
  'operators/changeOperatorRoleAction': ADMINS,
  'operators/completeSignInAction': VISITORS,
  'operators/inviteOperatorAction': ADMINS,
  'operators/joinAction': VISITORS,
  'operators/revokeSessionsAction': OPERATORS,
  'operators/second-factor/addPasskeyAction': SIGNED_IN,
  'operators/second-factor/removePasskeyAction': SIGNED_IN,
  'operators/second-factor/renamePasskeyAction': SIGNED_IN,
  'operators/second-factor/renewRecoveryCodesAction': SIGNED_IN,
  'operators/second-factor/resetSecondFactorAction': ADMINS,
  'operators/second-factor/secondFactorAction': SIGNED_IN,
  'operators/second-factor/signInByPasskeyAction': VISITORS,
  'operators/second-factor/startPasskeyAction': SIGNED_IN,
  'operators/second-factor/startPasskeySignInAction': VISITORS,
  'operators/second-factor/stopSecondFactorAction': SIGNED_IN,
  'operators/switchOperatorAction': ADMINS,
  'operators/withdrawInvitationAction': ADMINS,
  'panic/device/giveOutcomeAction': ACTING,
  'webhooks/replayEventAction': ACTING,
  'webhooks/replayRangeAction': ACTING,
};

let actor: Actor = anonymousActor('192.0.2.1');

vi.mock('#lib/identity/session.ts', async (original) => ({
  ...(await original<typeof import('#lib/identity/session.ts')>()),
  operatorFrom: async () => (actor.role === 'enrolling' ? anonymousActor('192.0.2.1') : actor),
  enrolleeFrom: async () => actor,
  operatorSessionIdIn: async () => null,
}));
// Only a running Next can read a page anew.
vi.mock('next/cache', () => ({ refresh: () => undefined, revalidatePath: () => undefined }));
// Each defect would be a page of log.
vi.mock('#lib/platform/log.ts', async (original) => ({
  ...(await original<typeof import('#lib/platform/log.ts')>()),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
}));
vi.mock('#lib/identity/next-adapter.ts', () => ({
  requestHeaders: async () => new Headers(),
  sendCookies: async () => undefined,
  refreshPage: () => undefined,
}));

function actorOf(visitor: Visitor): Actor {
  if (visitor === 'anonymous') return anonymousActor('192.0.2.1');
  if (visitor === 'enrolling') return enrollingActor('operator-1', 'Ada', '192.0.2.1');
  return operatorActor(visitor, 'operator-1', 'Ada', '192.0.2.1');
}

/** Whom a door lets in, by trying all. */
async function letIn(isLetIn: () => Promise<boolean>): Promise<Visitor[]> {
  const inside: Visitor[] = [];
  for (const visitor of VISITORS) {
    actor = actorOf(visitor);
    if (await isLetIn()) inside.push(visitor);
  }
  return inside;
}

/** False when the call was turned away by Next's own signals: a redirect, or a page that is not there. */
async function passes(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    return !/^NEXT_(REDIRECT|HTTP_ERROR_FALLBACK)/.test(digest);
  }
}

/** An id that nobody has, of the kind that the door takes. */
const idFor = (name = '') => (name === 'importId' ? '00000000-0000-4000-8000-000000000000' : '1');

/** As Next gives them: nothing at all where the path has none. */
const paramsOf = (path: string) => {
  const params = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, idFor(name)]);
  return Promise.resolve(params.length > 0 ? Object.fromEntries(params) : undefined);
};

const doorOf = (file: string) =>
  `/${dirname(file)
    .replace(/^app\//, '')
    .replaceAll(/\(\w+\)\//g, '')}`;

describe('a page', () => {
  const files = new Map(globSync('app/admin/**/page.tsx', { cwd: ROOT }).map((file) => [doorOf(file), file]));

  test('is on the list, and the list has no other', () => {
    expect([...files.keys()].sort()).toEqual(Object.keys(PAGES).sort());
  });

  test.each([...files])('%s is there for those it is for', async (door, file) => {
    const { default: Page } = await import(`${ROOT}${file}`);
    const props = { params: paramsOf(door), searchParams: Promise.resolve({}) };
    expect(await letIn(() => passes(() => Page(props)))).toEqual(PAGES[door]);
  });
});

test('an admin who lacks a second factor is led from any page to where it is set up', async () => {
  actor = actorOf('enrolling');
  await expect(Board({ searchParams: Promise.resolve({}) })).rejects.toMatchObject({
    digest: expect.stringContaining(';/admin/sign-in;'),
  });
  await expect(SignIn()).rejects.toMatchObject({
    digest: expect.stringContaining(';/admin/second-factor/set-up;'),
  });
});

describe('a route', () => {
  const found = globSync('app/api/admin/**/route.ts', { cwd: ROOT }).flatMap((file) => {
    const methods = readFileSync(`${ROOT}${file}`, 'utf8').matchAll(
      /^export (?:const|async function) ([A-Z]+)\b/gm,
    );
    return [...methods].map(([, method = '']) => ({ door: `${method} ${doorOf(file)}`, method, file }));
  });

  test('is on the list, and the list has no other', () => {
    expect(found.map(({ door }) => door).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test.each(found)('$door answers those it is for', async ({ door, method, file }) => {
    const { [method]: handler } = await import(`${ROOT}${file}`);
    const path = doorOf(file).replaceAll(/\[\w+\]/g, '1');
    const call = async () => {
      const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const request = new Request(`http://localhost:3000${path}`, { method, ...body });
      const response: Response = await handler(request, { params: paramsOf(door) });
      await response.body?.cancel();
      return response.status !== 401 && response.status !== 403;
    };
    expect(await letIn(call)).toEqual(ROUTES[door]);
  });

  test.each(found.filter(({ door, method }) => method === 'GET' && !door.includes('[')))(
    '$door needs no question to answer an admin',
    async ({ door, file }) => {
      actor = actorOf('admin');
      const { GET } = await import(`${ROOT}${file}`);
      const response: Response = await GET(new Request(`http://localhost:3000${doorOf(file)}`), {
        params: paramsOf(door),
      });
      await response.body?.cancel();
      expect(response.status).toBe(200);
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

  test('is on the list, and the list has no other', () => {
    expect(found).toEqual(Object.keys(ACTIONS).sort());
  });

  test.each(found)('%s does its work for those it is for', async (name) => {
    const { [basename(name)]: run } = await import(`${ROOT}lib/${dirname(name)}/actions.ts`);
    const call = async () => {
      let answer: unknown;
      const passed = await passes(async () => {
        answer = await run({}, new FormData());
      });
      // Where an action leads on, it did its work.
      return !passed || !JSON.stringify(answer ?? null).includes('"permission.denied"');
    };
    expect(await letIn(call)).toEqual(ACTIONS[name]);
  });
});
