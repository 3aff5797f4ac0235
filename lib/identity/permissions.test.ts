import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '#lib/errors/errors.ts';
import {
  anonymousActor,
  enrollingActor,
  keyActor,
  operatorActor,
  personActor,
  type Role,
  systemActor,
} from '#lib/identity/actor.ts';
import { mayDo, permissions, stepUpPermissions } from '#lib/identity/permissions.ts';
import type { Verb } from '#lib/identity/verb.ts';
import { WITHOUT_A_GATE } from '#lib/testing/without-a-gate.ts';

// Every verb as every role. Nothing listens where the settings of a test run point to, so a verb that did
// anything before its gate would fail here by a refused connection instead of a refusal.

const LIB = fileURLToPath(new URL('../', import.meta.url));
/** Rooms without a use case: they know no feature. */
const GROUND = /^(aura|db|errors|geo|languages|live|panic\/core|platform|testing|upstream)\//;

/** The roles of files in a feature folder that are no use case (the file vocabulary of docs/architecture.md). */
const VOCABULARY =
  /^(schema|answers|model|store|aura|actions|queries|[a-z-]+-(model|store))\.ts$|\.test\.ts$|^testing$/;

const actors = {
  anonymous: anonymousActor('192.0.2.1'),
  person: personActor('person-1', '192.0.2.1'),
  viewer: operatorActor('viewer', 'operator-1', 'Viewer', null, new Date()),
  operator: operatorActor('operator', 'operator-2', 'Operator', null, new Date()),
  admin: operatorActor('admin', 'operator-3', 'Admin', null, new Date()),
  enrolling: enrollingActor('operator-4', 'Admin', '192.0.2.1'),
  key: keyActor('key-1', ['callouts:read', 'board:read', 'reports:read'], '192.0.2.1'),
  system: systemActor('test'),
} satisfies Record<Role, unknown>;

const RUBBISH = [
  null,
  undefined,
  '',
  42,
  [],
  { pressId: 'x', calloutId: 'x', registrationId: 'x', codeId: 'x', code: {}, mobile: [], email: 1 },
  { name: '😀'.repeat(10_000), __proto__: null },
];

type AnyVerb = Verb<unknown, ErrorCode>;
type FoundVerb = { readonly file: string; readonly name: string; readonly verb: AnyVerb };

function isVerb(value: unknown): value is AnyVerb {
  return typeof value === 'function' && 'permission' in value;
}

const candidates = globSync('*/**/*.ts', { cwd: LIB }).filter(
  (file) => !GROUND.test(file) && !VOCABULARY.test(basename(file)),
);

async function verbsIn(file: string): Promise<FoundVerb[]> {
  const exported: Record<string, unknown> = await import(`${LIB}${file}`);
  return Object.entries(exported).flatMap(([name, value]) =>
    isVerb(value) ? [{ file, name, verb: value }] : [],
  );
}

const verbs = (await Promise.all(candidates.filter((file) => !(file in WITHOUT_A_GATE)).map(verbsIn))).flat();

test('every file of a feature is of the vocabulary, a verb, or excused with a reason', () => {
  const withVerb = new Set(verbs.map(({ file }) => file));
  expect(candidates.filter((file) => !withVerb.has(file) && !(file in WITHOUT_A_GATE))).toEqual([]);
});

test('every exception is for an existing file without a verb', () => {
  for (const file of Object.keys(WITHOUT_A_GATE)) {
    expect(candidates, file).toContain(file);
    expect(readFileSync(`${LIB}${file}`, 'utf8'), file).not.toMatch(/= verb\(/);
  }
});

test('a file of verbs is named after one of them', () => {
  for (const [file, made] of Map.groupBy(verbs, ({ file }) => file)) {
    const names = made.map(({ name }) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`));
    expect(names).toContain(basename(file, '.ts'));
  }
});

test('the permissions that verbs ask for and those of the table are the same', () => {
  const asked = new Set(verbs.map(({ verb }) => verb.permission));
  expect([...asked].sort()).toEqual(Object.keys(permissions).sort());
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Each role that may prove who they are again, long after it did and never. */
const UNPROVEN = (['viewer', 'operator', 'admin'] as const).flatMap((role) => [
  operatorActor(role, 'operator-1', 'Olga'),
  operatorActor(role, 'operator-1', 'Olga', null, minutesAgo(10)),
]);

describe('a step-up', () => {
  test('is asked for by these verbs and no others', async () => {
    const asking = verbs.filter(({ verb }) => stepUpPermissions.has(verb.permission));
    expect(asking.map(({ name }) => name).sort()).toEqual([
      'changeOperatorRole',
      'createApiKey',
      'createHook',
      'deleteCustomer',
      'editHook',
      'eraseCustomer',
      'exportAudit',
      'exportCustomer',
      'exportReport',
      'inviteOperator',
      'makePasswordLink',
      'readErrorFile',
      'readPrivateProfile',
      'resetSecondFactor',
      'rotateHookSecret',
      'switchHook',
      'switchOperator',
    ]);
  });

  test('that is ten minutes old opens none of them, whatever is asked', async () => {
    for (const { name, verb } of verbs.filter((each) => stepUpPermissions.has(each.verb.permission))) {
      for (const actor of UNPROVEN.filter(({ role }) => mayDo(role, verb.permission))) {
        for (const input of RUBBISH) {
          expect(await verb(actor, input), name).toEqual({ ok: false, code: 'step_up.required' });
        }
      }
    }
  });

  test('is never asked of a role that cannot give it', () => {
    const able: readonly Role[] = ['viewer', 'operator', 'admin'];
    for (const permission of stepUpPermissions) {
      expect(
        permissions[permission].filter((role: Role) => !able.includes(role)),
        permission,
      ).toEqual([]);
    }
  });
});

describe.each(verbs.map((found) => [found.name, found] as const))('%s', (_name, { verb }) => {
  const allowed: readonly Role[] = permissions[verb.permission];

  test.each(Object.values(actors).filter(({ role }) => !allowed.includes(role)))(
    'refuses the role $role, whatever is asked',
    async (actor) => {
      for (const input of RUBBISH) {
        expect(await verb(actor, input)).toEqual({ ok: false, code: 'permission.denied' });
      }
    },
  );

  test.each(Object.values(actors).filter(({ role }) => allowed.includes(role)))(
    'parses what the role $role asks before anything is done',
    async (actor) => {
      for (const input of RUBBISH.filter((each) => typeof each !== 'object' || each === null)) {
        expect(await verb(actor, input)).toMatchObject({ ok: false, code: 'input.invalid' });
      }
    },
  );
});
