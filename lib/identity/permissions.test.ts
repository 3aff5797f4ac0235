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

// Every verb as every role. Nothing listens where the settings of a test run point to, so a verb that did
// anything before its gate would fail here by a refused connection instead of a refusal.

const LIB = fileURLToPath(new URL('../', import.meta.url));
/** Rooms without a use case: they know no feature. */
const GROUND = /^(aura|db|errors|geo|languages|live|panic\/core|platform|testing|upstream)\//;

/** The roles of files in a feature folder that are no use case (the file vocabulary of docs/architecture.md). */
const VOCABULARY =
  /^(schema|answers|model|store|aura|actions|queries|[a-z-]+-(model|store))\.ts$|\.test\.ts$|^testing$/;

/** Files that are neither a verb nor of the vocabulary, each with the reason why it needs no gate. */
const WITHOUT_A_GATE: Readonly<Record<string, string>> = {
  'console/attention/current-alerts.ts':
    'derives what needs attention, for the verbs that list, acknowledge, assign, release and escalate it',
  'console/attention/keys-of.ts':
    'finds the rows of a table for the verbs that acknowledge, assign and release',
  'console/escalation-texts/send-escalation-text.ts': 'part of the verb that escalates, behind its gate',
  'console/escalation-texts/report-gateway.ts': 'makes an actor from the token of the gateway',
  'callouts/single-flight.ts': 'asks AURA for the verbs that refresh, behind their gates',
  'callouts/apply-active-list.ts': 'part of the verbs that refresh, behind their gates',
  'customers/registration/make-person.ts': 'part of the verbs that register somebody, behind their gates',
  'customers/directory/nearby.ts': 'finds what happened at an address, for the verb that reads a customer',
  'customers/directory/audited.ts': 'part of the verbs that change something at AURA',
  'customers/directory/own-subscription.ts': 'part of the verbs about a subscription, behind their gates',
  'panic/canary/canary-token.ts': 'says which requests are practice presses of `npm run canary`',
  'identity/action.ts': 'makes server actions, whose verbs have the gates',
  'identity/caller.ts': 'says who may be behind a request, for the makers of routes and actions',
  'identity/refused-to.ts': 'answers who was refused',
  'identity/route.ts': 'makes routes; it asks for the permission of the verb that it runs',
  'identity/actor.ts': 'makes the actors that gates look at',
  'identity/audit.ts': 'writes down what verbs do, behind their gates',
  'identity/next-adapter.ts': 'the request that Next answers',
  'identity/press-token-editions.ts': 'remembers which press tokens count, for the makers of actors',
  'coverage/kml-thread.ts': 'a thread of its own, without a caller',
  'coverage/read-kml.ts': 'reads a text, for the verb that refreshes the coverage',
  'identity/audit-sign-in.ts': 'writes down what the verbs of a sign-in do',
  'identity/cookie-line.ts': 'writes a cookie as a header',
  'identity/ways-to-sign-in.ts': 'says which ways the settings offer',
  'operators/provider/find-provider.ts': 'asks the identity provider for its addresses, for the verbs',
  'operators/provider/pending.ts': 'keeps what an answer has to fit, for the verbs',
  'operators/provider/read-id-token.ts': 'part of the verb that ends a sign-in, which checks what it reads',
  'operators/provider/redirects.ts': 'says where a browser goes on',
  'identity/auth.ts': 'the library that keeps sessions',
  'identity/ensure-first-admin.ts': 'runs at start, before anybody can ask for anything',
  'identity/first-allowed.ts': 'tries a verb, with its gate, for each viewer',
  'identity/one-time-code.ts': 'part of the verbs that ask for a code and redeem it',
  'identity/own-factors.ts': 'part of the verbs that change second factors, behind their gates',
  'identity/permissions.ts': 'the policy itself',
  'identity/recovery-codes.ts': 'makes and counts codes, for the verbs that keep them',
  'identity/rolling-cookies.ts': 'names and times of cookies',
  'identity/console-target.ts': 'says where a sign-in or a step-up may lead',
  'identity/older-keys.ts': 'signs cookies anew, for the sessions that makers of actors read',
  'identity/press-token.ts': 'signs and reads a text, for the verbs and the gate',
  'identity/presser.ts': 'makes actors from press tokens and sessions, and a token for the actor it made',
  'identity/second-factor.ts': 'what keeps second factors, behind the verbs that ask it',
  'identity/push-channel.ts': 'reads how a device is reached, for the verbs that send and keep it',
  'identity/push-subscriptions.ts':
    'what the verbs about devices and pushes read and write, behind their gates',
  'push/push-service.ts': 'hands a push to a push service, for the verb that delivers',
  'push/records.ts': 'what other rooms tell of news, behind their gates',
  'push/vapid.ts': 'makes a pair of keys from the settings',
  'identity/devices.ts': 'what the verbs about devices and sign-ins read and write, behind their gates',
  'identity/device-uses.ts': 'remembers when devices were used, for the makers of actors',
  'identity/person-session.ts': 'begins and ends sessions, for the verbs that sign in and for signing out',
  'customers/registration/stranger-code.ts': 'part of the verbs that ask for a code, behind their gates',
  'customers/change-mobile/mobile-proof.ts': 'seals how far a change is, for the verbs that change a number',
  'identity/sensitive-reads.ts': 'which reads are written down, and how; part of the gate',
  'customers/registration/tell-person.ts': 'sends fixed words, for the verbs that change something',
  'identity/late-revocation.ts':
    'looks again at a token that was taken unasked, for the verb that recovers presses',
  'identity/session-starter.ts': 'a plugin of the library that keeps sessions',
  'identity/session.ts': 'makes actors from cookies',
  'identity/verb.ts': 'the gate itself',
  'identity/waiting-sign-in.ts': 'a plugin of the library that keeps sessions',
  'identity/password-strength.ts': 'judges new passwords, for the verbs that take one',
  'operators/passwords/make-reset.ts': 'makes a link, for the two verbs that may',
  'operators/passwords/reset-hash.ts': 'makes a hash, for the verbs of links',
  'operators/invitation-hash.ts': 'makes a hash, for the verbs of invitations',
  'operators/operator-row.ts': 'gives a row the form that is shown',
  'integration/doctor-session.ts': 'begins a run, for the two verbs of the doctor',
  'integration/doctor.ts': 'part of the two verbs of the doctor',
  'integration/metrics-reader.ts': 'makes an actor from the token of whoever scrapes',
  'integration/own-steps.ts': 'part of the two verbs of the doctor',
  'integration/poller.ts': 'part of the verbs that read, behind their gates',
  'integration/process-metrics.ts': 'what this process knows of itself, for the verb that reads metrics',
  'integration/render-metrics.ts': 'writes what was read, for the verbs that read metrics',
  'integration/reading-steps.ts': 'part of the two verbs of the doctor',
  'integration/test-callout.ts': 'part of the verb of the doctor that writes, behind its gate',
  'integration/webhook-endpoint.ts': 'an address from the settings',
  'customers/imports/read-file.ts': 'reads what it is handed, for the verb that takes a file',
  'panic/announce-overdue.ts': 'part of handing a press over, behind the gate of its verb',
  'panic/texts/code-hash.ts': 'makes and hashes a code, for the verbs that issue and take one',
  'panic/texts/refused-texts.ts': 'counts, for the verb that takes texts',
  'panic/texts/text-gateway.ts': 'makes an actor from the token of the gateway',
  'panic/device/hosted-page.ts': 'part of the verbs that answer about a press, behind their gates',
  'panic/device/hold-press.ts': 'part of raising a press, behind its gate',
  'panic/delivery/carry-out.ts':
    'does what the protocol of a press wants done, for the verbs behind their gates',
  'customers/registration/late-sign-in.ts': 'part of signing in, behind the gate of its verb',
  'identity/cookie-names.ts': 'names of cookies, for whoever reads and sets them',
  'panic/delivery/share-call.ts': 'a call to AURA for several presses, behind the gate of their verbs',
  'panic/journal/journal.ts': 'a file on this machine, written by the verb that raises a press',
  'panic/move-callout.ts': 'part of the verbs that deliver and take in, behind their gates',
  'panic/device/new-press.ts': 'makes the row of a press from its input, for the verb that raises it',
  'panic/held-here.ts': 'what this process holds for the verb that raises a press',
  'panic/journal/entry-raised.ts':
    'what is told of a press in the journal, for the verbs that raise and read',
  'customers/trusted-contact.ts': 'opens trusted contacts, for the verbs that show them',
  'customers/saved-place.ts': 'fills in the saved address, for the verbs that raise and recover presses',
  'customers/read-stored-customers.ts': 'who is to be written to, for the verbs that write',
  'customers/subscriptions/keep-subscriptions.ts':
    'part of the verbs that hear of a subscription, behind their gates',
  'callouts/records.ts': 'what other rooms may read of callouts, behind their gates',
  'callouts/apply-returned-callout.ts': 'part of the verbs that read AURA, behind their gates',
  'following/positions/records.ts': 'what other rooms may read of positions, behind their gates',
  'following/messages/records.ts': 'what other rooms may read of messages, behind their gates',
  'following/cancellations/said-safe.ts':
    'remembers who said that they are safe, for what a person may be told',
  'panic/device/shown-receipt.ts': 'part of the verbs that answer about a press, behind their gates',
  'following/cancellations/records.ts': 'what other rooms may read of cancellations, behind their gates',
  'identity/api-keys.ts': 'makes actors from keys, and keeps keys for verbs, behind their gates',
  'identity/accounts.ts': 'what the verbs about accounts read and write, behind their gates',
  'identity/challenges.ts': 'what the verbs about passkeys keep for a moment, behind their gates',
  'identity/factors.ts': 'what the verbs about second factors read and write, behind their gates',
  'identity/limits.ts': 'counts tries, for the verbs that bound them',
  'operators/second-factor/ceremony.ts': 'asks and checks authenticators, for the verbs about passkeys',
  'operators/second-factor/check-answer.ts': 'checks a passkey, for the verbs that ask for one',
  'operators/second-factor/keep-proof.ts': 'notes a step-up, for the verbs that checked it',
  'operators/second-factor/challenge-purpose.ts': 'names what a challenge is good for',
  'customers/hosted-signup/settle-signup.ts':
    'part of the verbs that ask AURA about a signup, behind their gates',
  'webhooks/aura-sender.ts': 'makes an actor from the header that AURA was given',
  'customers/records.ts': 'what other rooms may use of persons, behind their gates',
  'customers/registration/records.ts': 'what other rooms may use of registrations, behind their gates',
  'customers/imports/records.ts': 'what other rooms may use of imports, behind their gates',
  'customers/hosted-signup/records.ts': 'what other rooms may use of signups, behind their gates',
  'console/handover/records.ts': 'what the job that forgets may delete of handovers, behind its gate',
  'console/escalation-texts/records.ts': 'what the job that forgets may delete of texts, behind its gate',
  'panic/records.ts': 'what other rooms may use of presses, behind their gates',
  'following/outcomes/records.ts': 'what other rooms may use of outcomes, behind their gates',
  'following/sharing/records.ts': 'what other rooms may use of links, behind their gates',
  'webhooks/records.ts': 'what other rooms may use of deliveries, behind their gates',
  'console/notes/records.ts': 'what other rooms may use of notes, behind their gates',
  'privacy/confirmed.ts': 'checks a code, for the verbs that need one',
  'privacy/export-grant.ts': 'makes and reads what a confirmed code gives, for the verbs of the export',
  'privacy/erase.ts': 'part of the two verbs that erase, behind their gates',
  'privacy/carry-out.ts': 'part of the verbs that erase, behind their gates',
  'webhooks/event-inbox.ts': 'gathers what the verb that receives is to store',
};

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
