import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { anonymousActor, operatorActor } from '#lib/identity/actor.ts';
import { endTestSignup } from '#lib/testing/test-signup.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { createSignup } from './create-signup.ts';
import { listSignups } from './list-signups.ts';
import { returnFromSignup } from './return-from-signup.ts';
import { signupQuery } from './store.ts';

const world = await testWorld({ APP_URL: 'https://vigil.test' });

const admin = operatorActor('admin', 'ada', 'Ada', '192.0.2.7');
let serial = 0;
let mobile = '';
let visitor = anonymousActor('192.0.2.1');

beforeAll(() =>
  insertOperator({ id: 'ada', name: 'Ada', email: 'ada@vigil.test', role: 'admin' }, 'none', new Date()),
);
beforeEach(() => {
  serial += 1;
  mobile = `+2777${String(serial).padStart(7, '0')}`;
  visitor = anonymousActor(`192.0.2.${serial}`);
});
afterEach(async () => {
  await world.restoreAura();
  await world.flip({ signupPage: 'good' });
});

async function made(email = '') {
  const created = await createSignup(admin, { email });
  if (!created.ok) throw new Error(created.code);
  return created.value;
}

const end = (url: string, ending: string) =>
  endTestSignup(url, ending, { name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '5' });

const comeBack = (by: Record<string, string | undefined>) => returnFromSignup(visitor, by);

async function people() {
  const { rows } = await pool().query(
    'select id, name, surname, origin, aura_customer_id::int as customer from person where mobile_hash = $1',
    [mobileColumns(mobile).mobileHash],
  );
  return rows;
}

describe('a forged return URL imports no other customer', () => {
  test('a customer’s number, another session, a state: none of it has a part', async () => {
    const theirs = await made();
    await end(theirs.url, 'completed');
    const own = await made();
    const forged = {
      reference: own.signupId,
      status: 'completed',
      customerId: '100001',
      signupSessionId: theirs.signupId,
    };
    expect(await comeBack(forged)).toMatchObject({ ok: true, value: { outcome: { kind: 'nobody_yet' } } });
    expect(await people()).toEqual([]);
  });

  test.each([randomUUID(), 'x', '', '../1', "' or 1=1 --"])(
    'the reference %j is nobody’s, and AURA is not asked',
    async (reference) => {
      const before = await world.callsOf('readSignupSession');
      expect(await comeBack({ reference, status: 'completed' })).toMatchObject({ ok: false });
      expect(await world.callsOf('readSignupSession')).toBe(before);
    },
  );

  test('what is no state and no code of an error is as if it were not there', async () => {
    const { signupId } = await made();
    const errorCode = 'Call 0821234567 <b>now</b>';
    expect(await comeBack({ reference: signupId, status: 'paid', errorCode })).toMatchObject({
      ok: true,
      value: { said: null, errorCode: null },
    });
  });

  test('an answer of AURA’s about another signup is not believed', async () => {
    const [theirs, own] = [await made(), await made()];
    await end(theirs.url, 'completed');
    await pool().query(
      `update signup_session as own set aura_session_id = case own.id when $1 then theirs.aura_session_id else 'gone' end
       from signup_session theirs where own.id in ($1, $2) and theirs.id = $2`,
      [own.signupId, theirs.signupId],
    );
    expect(await comeBack({ reference: own.signupId })).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'held', why: 'other_reference' } },
    });
    expect(await people()).toEqual([]);
    expect(await comeBack({ reference: theirs.signupId })).toEqual({ ok: false, code: 'signup.not_at_aura' });
  });

  test('opening one address without end does not keep AURA busy', async () => {
    const { signupId } = await made();
    const before = await world.callsOf('readSignupSession');
    const opened = await Promise.all(
      Array.from({ length: 70 }, () => comeBack({ reference: signupId, status: 'completed' })),
    );
    expect(opened.filter((each) => !each.ok && each.code === 'signup.too_many')).toHaveLength(10);
    expect((await world.callsOf('readSignupSession')) - before).toBe(60);
  });
});

describe('a link', () => {
  test('leads to AURA’s page with our id only, and is not stored', async () => {
    const { signupId, url } = await made('thandi@vigil.test');
    expect(new URL(url).origin).toBe(world.sandbox.url);
    const { rows } = await pool().query(
      'select signup_session::text as row from signup_session where id = $1',
      [signupId],
    );
    const secret = new URL(url).searchParams.get('session') ?? 'none';
    expect(rows[0].row).not.toContain(secret);
    expect(rows[0].row).not.toContain('thandi@');
    const lines = await pool().query('select audit_entry::text as line from audit_entry');
    expect(lines.rows.filter(({ line }) => line.includes(secret) || line.includes('thandi@'))).toEqual([]);
    const noted = await pool().query(
      "select detail from audit_entry where action = 'signup.create' and subject = $1 order by id",
      [signupId],
    );
    expect(noted.rows.map(({ detail }) => detail)).toEqual(['tried', 'done']);
  });

  test.each(['nobody', '@vigil.test', 'a@b', `${'a'.repeat(250)}@vigil.test`])(
    'is not made for %s',
    async (email) => {
      const before = await world.callsOf('createSignupSession');
      expect(await createSignup(admin, { email })).toMatchObject({
        ok: false,
        fields: { email: expect.any(String) },
      });
      expect(await world.callsOf('createSignupSession')).toBe(before);
    },
  );

  test('that AURA did not give is not claimed', async () => {
    const count = async () => (await pool().query('select count(*)::int as n from signup_session')).rows[0].n;
    const before = await count();
    await world.breakAura('createSignupSession', 'reset_after');
    expect(await createSignup(admin, {})).toEqual({ ok: false, code: 'signup.not_created' });
    await world.restoreAura();
    await world.breakAura('createSignupSession', 'html_page');
    expect(await createSignup(admin, {})).toEqual({ ok: false, code: 'signup.bad_page' });
    await world.restoreAura();
    await world.flip({ signupPage: 'foreign' });
    expect(await createSignup(admin, {})).toEqual({ ok: false, code: 'signup.bad_page' });
    expect(await count()).toBe(before);
  });
});

describe('the list', () => {
  test('holds every signup once, newest first, and is read by its index', async () => {
    await pool().query(
      `insert into signup_session (id, aura_session_id, created_by, created_at)
       select gen_random_uuid(), 'many-' || n, 'ada', timestamptz '2026-01-01' + (n / 10) * interval '1 s'
       from generate_series(1, 3000) n`,
    );
    await pool().query('analyze signup_session');
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listSignups(admin, { after });
      if (!page.ok) throw new Error(page.code);
      seen.push(...page.value.signups.map(({ signupId }) => signupId));
      after = page.value.next ?? undefined;
    } while (after);
    const { rows } = await pool().query('select id from signup_session order by created_at desc, id desc');
    expect(seen).toEqual(rows.map(({ id }) => id));

    const { sql, params } = signupQuery(
      { at: new Date('2026-01-01T00:02:00Z'), id: randomUUID() },
      26,
    ).toSQL();
    const plan = (await pool().query(`explain ${sql}`, params)).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n');
    expect(plan).toContain('signup_session_newest');
    expect(plan).not.toContain('Seq Scan on signup_session');
  });

  test.each(['x', '1_x', `1_${'z'.repeat(36)}`])('refuses the page %s', async (after) => {
    expect(await listSignups(admin, { after })).toMatchObject({ ok: false, code: 'input.invalid' });
  });
});
