import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { type Actor, anonymousActor, type OperatorRole, operatorActor } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import type { SessionCookie } from '#lib/identity/session.ts';
import { operatorFrom, operatorSessionIdIn } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { changeOperatorRole } from '#lib/operators/change-operator-role.ts';
import { inviteOperator } from '#lib/operators/invite-operator.ts';
import { joinAsOperator } from '#lib/operators/join-as-operator.ts';
import { listOperatorSessions } from '#lib/operators/list-operator-sessions.ts';
import { listOperators } from '#lib/operators/list-operators.ts';
import { INVITATION_HOURS } from '#lib/operators/model.ts';
import { readInvitation } from '#lib/operators/read-invitation.ts';
import { readOwnAccount } from '#lib/operators/read-own-account.ts';
import { revokeOperatorSessions } from '#lib/operators/revoke-operator-sessions.ts';
import { switchOperator } from '#lib/operators/switch-operator.ts';
import { withdrawInvitation } from '#lib/operators/withdraw-invitation.ts';
import { rememberScrypt } from '#lib/testing/remember-scrypt.ts';
import { appDatabase } from '#lib/testing/test-database.ts';

const PASSWORD = 'a password for tests only';
const ADDRESS = '192.0.2.7';

rememberScrypt();
await appDatabase();

const passwordHash = await (await operatorAuth().$context).password.hash(PASSWORD);
const visitor = anonymousActor(ADDRESS);
let admin: Actor & { operatorId: string };

type Member = { actor: Actor & { operatorId: string }; email: string };

async function newOperator(role: OperatorRole, name = 'Olga'): Promise<Member> {
  const id = randomUUID();
  const email = `${id}@vigil.test`;
  await insertOperator({ id, name, email, role }, passwordHash, new Date());
  const actor = operatorActor(role, id, name, ADDRESS, new Date());
  if (!('operatorId' in actor)) throw new Error('no operator');
  return { actor, email };
}

beforeEach(async () => {
  vi.useRealTimers();
  await pool().query('delete from limit_event');
  await pool().query('delete from operator_invitation');
  await pool().query('delete from "user"');
  admin = (await newOperator('admin', 'Ada')).actor;
});

async function audited(subject: string): Promise<unknown[]> {
  const { rows } = await pool().query(
    'select action, actor_id as actor, address, detail from audit_entry where subject = $1 order by id',
    [subject],
  );
  return rows;
}

async function signIn(email: string, userAgent = ''): Promise<Headers> {
  const signedIn = await signInOperator(visitor, { email, password: PASSWORD, userAgent });
  if (!signedIn.ok) throw new Error(signedIn.code);
  return carrying(signedIn.value.cookies);
}

function carrying(cookies: readonly SessionCookie[]): Headers {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ cookie, 'x-vigil-address': ADDRESS });
}

async function invite(email = 'New.Operator@vigil.test', role: OperatorRole = 'operator'): Promise<string> {
  const invited = await inviteOperator(admin, { email, role });
  if (!invited.ok) throw new Error(invited.code);
  return invited.value.link.split('/').at(-1) ?? '';
}

const join = (token: string) => joinAsOperator(visitor, { token, name: 'Naledi', password: PASSWORD });

describe('an invitation', () => {
  test('creates the operator, who is signed in with their role’s permissions', async () => {
    const token = await invite();
    expect(await readInvitation(visitor, { token })).toEqual({
      ok: true,
      value: { email: 'new.operator@vigil.test', role: 'operator' },
    });
    const joined = await join(token);
    if (!joined.ok) throw new Error(joined.code);
    const actor = await operatorFrom(carrying(joined.value.cookies));
    expect(actor).toMatchObject({ role: 'operator', name: 'Naledi', address: ADDRESS });
    expect((await operatorFrom(await signIn('new.operator@vigil.test'))).role).toBe('operator');
  });

  test('works once, also for ten who use it at the same moment', async () => {
    const token = await invite();
    const answers = await Promise.all(Array.from({ length: 10 }, () => join(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readInvitation(visitor, { token })).toEqual({ ok: false, code: 'invitation.gone' });
  });

  test('runs out after 72 hours', async () => {
    const token = await invite();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + INVITATION_HOURS * 3_600_000 - 60_000 });
    expect(await readInvitation(visitor, { token })).toMatchObject({ ok: true });
    vi.setSystemTime(Date.now() + 120_000);
    expect(await join(token)).toEqual({ ok: false, code: 'invitation.gone' });
  });

  test('is stored as a hash, and is useless when withdrawn or replaced', async () => {
    const first = await invite();
    const { rows } = await pool().query('select id, token_hash from operator_invitation');
    expect(JSON.stringify(rows)).not.toContain(first);
    const second = await invite();
    expect(await join(first)).toEqual({ ok: false, code: 'invitation.gone' });
    const listed = await listOperators(admin, {});
    const [open] = listed.ok ? listed.value.invitations : [];
    expect(await withdrawInvitation(admin, { invitationId: open?.invitationId })).toMatchObject({ ok: true });
    expect(await join(second)).toEqual({ ok: false, code: 'invitation.gone' });
  });

  test('is useless once its creator is no longer an admin', async () => {
    const { actor } = await newOperator('admin');
    const invited = await inviteOperator(actor, { email: 'back.door@vigil.test', role: 'admin' });
    const token = invited.ok ? (invited.value.link.split('/').at(-1) ?? '') : '';
    const gone = { ok: false, code: 'invitation.gone' };
    await switchOperator(admin, { operatorId: actor.operatorId, to: 'off' });
    expect(await readInvitation(visitor, { token })).toEqual(gone);
    expect(await join(token)).toEqual(gone);
    await switchOperator(admin, { operatorId: actor.operatorId, to: 'on' });
    await changeOperatorRole(admin, { operatorId: actor.operatorId, role: 'operator' });
    expect(await join(token)).toEqual(gone);
    expect(await listOperators(admin, {})).toMatchObject({ value: { invitations: [] } });
  });

  test('is not created for an existing operator', async () => {
    const { email } = await newOperator('viewer');
    expect(await inviteOperator(admin, { email: email.toUpperCase(), role: 'admin' })).toEqual({
      ok: false,
      code: 'operator.email_known',
    });
  });

  test('is audited under the id that the operator gets: who invited, and who came, from where', async () => {
    const joined = await join(await invite());
    if (!joined.ok) throw new Error(joined.code);
    const actor = await operatorFrom(carrying(joined.value.cookies));
    const id = 'operatorId' in actor ? actor.operatorId : '';
    expect(await audited(id)).toEqual([
      { action: 'operator.invite', actor: admin.operatorId, address: ADDRESS, detail: 'as operator' },
      { action: 'operator.join', actor: id, address: ADDRESS, detail: `invited by ${admin.operatorId}` },
    ]);
  });
});

describe('an operator', () => {
  test('has their new role from the next request on, and the change is audited once', async () => {
    const { actor, email } = await newOperator('viewer');
    const headers = await signIn(email);
    const change = { operatorId: actor.operatorId, role: 'operator' };
    await changeOperatorRole(admin, change);
    await changeOperatorRole(admin, change);
    expect((await operatorFrom(headers)).role).toBe('operator');
    expect(await audited(actor.operatorId)).toEqual([
      // Nobody yet, from here, became them.
      { action: 'operator.sign_in', actor: null, address: ADDRESS, detail: null },
      { action: 'operator.change_role', actor: admin.operatorId, address: ADDRESS, detail: 'to operator' },
    ]);
  });

  test('who is switched off is out at once and stays out, until they are switched on', async () => {
    const { actor, email } = await newOperator('operator');
    const headers = await signIn(email);
    await switchOperator(admin, { operatorId: actor.operatorId, to: 'off' });
    expect((await operatorFrom(headers)).role).toBe('anonymous');
    expect(await signInOperator(visitor, { email, password: PASSWORD })).toEqual({
      ok: false,
      code: 'operator.sign_in_failed',
    });
    expect(
      (await pool().query('select 1 from session where user_id = $1', [actor.operatorId])).rowCount,
    ).toBe(0);
    await switchOperator(admin, { operatorId: actor.operatorId, to: 'on' });
    expect((await operatorFrom(await signIn(email))).role).toBe('operator');
  });

  test('who is a person, or nobody, is none', async () => {
    const { actor } = await newOperator('viewer');
    await pool().query(`update "user" set role = 'person' where id = $1`, [actor.operatorId]);
    for (const operatorId of [actor.operatorId, 'nobody']) {
      expect(await changeOperatorRole(admin, { operatorId, role: 'admin' })).toEqual({
        ok: false,
        code: 'operator.not_found',
      });
    }
  });
});

describe('the last admin', () => {
  test('can neither be switched off nor demoted', async () => {
    const refused = { ok: false, code: 'operator.last_admin' };
    await newOperator('operator');
    expect(await switchOperator(admin, { operatorId: admin.operatorId, to: 'off' })).toEqual(refused);
    expect(await changeOperatorRole(admin, { operatorId: admin.operatorId, role: 'viewer' })).toEqual(
      refused,
    );
  });

  test('is not who is switched off already', async () => {
    const { actor } = await newOperator('admin');
    expect(await switchOperator(admin, { operatorId: actor.operatorId, to: 'off' })).toMatchObject({
      ok: true,
    });
    expect(await changeOperatorRole(admin, { operatorId: admin.operatorId, role: 'viewer' })).toMatchObject({
      code: 'operator.last_admin',
    });
  });

  test('remains when all admins go against each other at the same moment', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => newOperator('admin')));
    const admins = [admin, ...others.map(({ actor }) => actor)];
    const answers = await Promise.all(
      admins.map((actor, index) => {
        const operatorId = admins[(index + 1) % admins.length]?.operatorId;
        return index % 2 === 0
          ? switchOperator(actor, { operatorId, to: 'off' })
          : changeOperatorRole(actor, { operatorId, role: 'viewer' });
      }),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, code: 'operator.last_admin' }]);
    const { rows } = await pool().query(`select id from "user" where role = 'admin' and disabled_at is null`);
    expect(rows).toHaveLength(1);
  });
});

describe('sessions', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

  test('show device and address, and which is the current one', async () => {
    const { actor, email } = await newOperator('viewer');
    await signIn(email);
    const headers = await signIn(email, FIREFOX);
    const { operatorId } = actor;
    const listed = await listOperatorSessions(actor, {
      operatorId,
      thisSessionId: await operatorSessionIdIn(headers),
    });
    expect(listed.ok && listed.value.sessions).toMatchObject([
      { device: 'Firefox on Linux', address: ADDRESS, isThisOne: true },
      { device: 'Unknown browser', address: ADDRESS, isThisOne: false },
    ]);
    expect(await readOwnAccount(actor, {})).toMatchObject({
      ok: true,
      value: { email, hasSecondFactor: false },
    });
  });

  test('are ended one by one or all at once, by oneself and admins only', async () => {
    const { actor, email } = await newOperator('operator');
    const { operatorId } = actor;
    const [first, second, third] = [await signIn(email), await signIn(email), await signIn(email)];
    const { actor: stranger } = await newOperator('operator');
    const refused = { ok: false, code: 'operator.not_found' };
    expect(await listOperatorSessions(stranger, { operatorId, thisSessionId: null })).toEqual(refused);
    expect(await revokeOperatorSessions(stranger, { operatorId })).toEqual(refused);

    await revokeOperatorSessions(actor, { operatorId, sessionId: await operatorSessionIdIn(first) });
    expect(await Promise.all([first, second, third].map(roleOf))).toEqual([
      'anonymous',
      'operator',
      'operator',
    ]);
    await revokeOperatorSessions(admin, { operatorId });
    expect(await Promise.all([second, third].map(roleOf))).toEqual(['anonymous', 'anonymous']);
    expect((await audited(operatorId)).slice(3)).toMatchObject([
      { action: 'operator_session.revoke', actor: operatorId, detail: 'one session' },
      { action: 'operator_session.revoke', actor: admin.operatorId, detail: '2 sessions' },
    ]);
  });

  test('of somebody else are not ended by naming oneself', async () => {
    const victim = await newOperator('operator');
    const headers = await signIn(victim.email);
    const { actor } = await newOperator('operator');
    const sessionId = await operatorSessionIdIn(headers);
    await revokeOperatorSessions(actor, { operatorId: actor.operatorId, sessionId });
    expect(await roleOf(headers)).toBe('operator');
  });

  const roleOf = async (headers: Headers) => (await operatorFrom(headers)).role;
});
