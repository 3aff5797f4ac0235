import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { refreshCoverage } from '#lib/coverage/refresh-coverage.ts';
import { readPrivateProfile } from '#lib/customers/directory/read-private-profile.ts';
import { pool } from '#lib/db/database.ts';
import { cancelAsOperator } from '#lib/following/cancellations/cancel-as-operator.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { rateCallout } from '#lib/following/outcomes/rate-callout.ts';
import { recordFix } from '#lib/following/positions/record-fix.ts';
import { type Actor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { readStatus } from './read-status.ts';
import { rereadCallout } from './reread-callout.ts';
import type { Entry } from './schema.ts';
import { setVerdict } from './set-verdict.ts';

const world = await testWorld();

const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'];
let ada: Actor;
let adaId: string;
let callout: TestCallout;

beforeAll(async () => {
  ({ actor: ada, operatorId: adaId } = await testOperator('operator', 'Ada'));
});
beforeEach(async () => {
  callout = await raiseTestCallout();
});
afterEach(() => world.restoreAura());

async function status(calloutId = callout.calloutId) {
  const read = await readStatus(ada, { calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const kinds = (log: readonly Entry[]) => log.map(({ kind }) => kind);
const refresh = () =>
  refreshCallout(systemActor('test'), { calloutId: callout.calloutId, source: 'poll', since: new Date() });

async function close(): Promise<void> {
  for (const step of STEPS) await world.step(callout.calloutId, step);
  await refresh();
}

async function audited(action: string) {
  const { rows } = await pool().query(
    'select actor_id, detail from audit_entry where action = $1 order by id desc limit 3',
    [action],
  );
  return rows;
}

describe('the log', () => {
  test('shows who did what, in one timeline', async () => {
    const { calloutId, personId } = callout;
    const person = personActor(personId, '192.0.2.1');
    await pool().query(
      `with pressed as (
         insert into press (id, person_id, kind, state, pressed_at, received_at, callout_id)
         values (gen_random_uuid(), $1, 'real', 'delivered', now(), now() - interval '9 s', $2)
         returning id, received_at
       )
       insert into alert (kind, subject, since, acknowledged_at, acknowledged_by)
       select 'press_undelivered', id::text, received_at, now() - interval '8 s', $3 from pressed`,
      [personId, calloutId, adaId],
    );
    await pool().query(
      `insert into alert (kind, subject, since, acknowledged_at, acknowledged_by, assigned_to, assigned_by, assigned_at)
       values ('no_responder', $1, now(), now(), $2, $2, $2, now())`,
      [`${calloutId}`, adaId],
    );
    await pool().query(
      `with text as (
         insert into escalation_text (id, gateway_id, sealed, sent_at, delivered_at)
         values (gen_random_uuid(), 'text', '', now(), now() + interval '4 s')
       )
       insert into escalation_notice (kind, subject, since, recipient, shown, sent_at, times, text_id)
       values ('no_responder', $1, now(), 'hash', '+2782…01', now(), 2, 'text')`,
      [`${calloutId}`],
    );
    await writeMessage(person, { calloutId, id: randomUUID(), text: 'I am hiding' });
    await writeMessage(ada, { calloutId, id: randomUUID(), text: 'Where?' });
    await writeNote(ada, { calloutId, id: randomUUID(), text: 'Called her' });
    const { customerId } = await status();
    expect(await readPrivateProfile(ada, { customerId, calloutId })).toMatchObject({ ok: true });
    await pool().query(`update callout set as_of = now() - interval '1 minute' where id = $1`, [calloutId]);
    await rereadCallout(ada, { calloutId });
    await cancelAsOperator(ada, { calloutId, reason: 'She phoned' });
    const { log } = await status();
    const instants = log.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
    // Whether AURA has answered the cancellation by now does not matter here.
    const told = new Set(kinds(log).filter((kind) => kind !== 'cancel_settled'));
    expect([...told].sort()).toEqual([
      'assigned',
      'cancel_asked',
      'escalated',
      'fact',
      'messages',
      'note',
      'pressed',
      'profile_opened',
      'reread',
      'taken_up',
    ]);
    for (const entry of log) if ('by' in entry && entry.kind !== 'cancel_asked') expect(entry.by).toBe('Ada');
    expect(log.find(({ kind }) => kind === 'escalated')).toMatchObject({
      ...{ need: 'no_responder', to: '+2782…01', times: 2, deliveredAt: expect.any(String) },
    });
    expect(log).toContainEqual(
      expect.objectContaining({ kind: 'cancel_asked', by: 'operator', name: 'Ada' }),
    );
    expect(log.find(({ kind }) => kind === 'messages')).toMatchObject({
      count: 2,
      from: [
        { author: 'person', name: null },
        { author: 'operator', name: 'Ada' },
      ],
    });
  });

  test('of one callout has nothing of another, also of the same person or number', async () => {
    const other = await raiseTestCallout();
    const { customerId } = await status(other.calloutId);
    await readPrivateProfile(ada, { customerId, calloutId: other.calloutId });
    await readPrivateProfile(ada, { customerId });
    await writeNote(ada, { calloutId: other.calloutId, id: randomUUID(), text: 'x' });
    expect(kinds((await status()).log)).toEqual(['fact']);
    expect(kinds((await status(other.calloutId)).log).sort()).toEqual(['fact', 'note', 'profile_opened']);
  });

  test('ends with what the person thinks of it', async () => {
    await close();
    const person = personActor(callout.personId, '192.0.2.1');
    await rateCallout(person, { calloutId: callout.calloutId, rating: 4, mayContact: false });
    expect((await status()).log.at(-1)).toMatchObject({ kind: 'rated', rating: 4 });
  });
});

describe('asking AURA by hand', () => {
  const ask = () => rereadCallout(ada, { calloutId: callout.calloutId });
  /** Ages AURA's last answer by some seconds. */
  const age = () =>
    pool().query(`update callout set as_of = now() - interval '1 minute' where id = $1`, [callout.calloutId]);

  test('says whether something came, is named in the timeline, and is in the audit', async () => {
    await age();
    await world.step(callout.calloutId, 'own');
    expect(await ask()).toMatchObject({ ok: true, value: { hasNews: true } });
    expect(await status()).toMatchObject({ stage: 'owned' });
    expect((await status()).log).toContainEqual(expect.objectContaining({ kind: 'reread', outcome: 'news' }));
    expect(await ask()).toMatchObject({ ok: true, value: { hasNews: false } });
    expect((await audited('callout.reread'))[0]?.detail).toBe('news');
    await age();
    expect(await ask()).toMatchObject({ ok: true, value: { hasNews: false } });
    expect((await audited('callout.reread'))[0]).toEqual({ actor_id: adaId, detail: 'nothing_new' });
  });

  test('concurrent and immediate repeats share one read', async () => {
    await age();
    const before = await world.callsOf('readCallout');
    await Promise.all(Array.from({ length: 12 }, ask));
    await ask();
    expect(await world.callsOf('readCallout')).toBe(before + 1);
  });

  test('has a share in the budget of calls', async () => {
    await age();
    const left = 'update following set reads_left = $1, reads_counted_at = clock_timestamp()';
    await pool().query(
      `insert into following (id, reads_left, reads_counted_at) values (1, 50, now()) on conflict do nothing`,
    );
    await pool().query(left, [-10]);
    expect(await ask()).toMatchObject({ ok: false, code: 'aura.reads_spent' });
    await pool().query(left, [50]);
    expect(await ask()).toMatchObject({ ok: true });
  });

  test('refuses when AURA does not answer, and audits that, too', async () => {
    await age();
    await world.breakAura('readCallout', 'reset_before');
    expect(await ask()).toEqual({ ok: false, code: 'aura.unavailable' });
    expect((await status()).log).toContainEqual(
      expect.objectContaining({ kind: 'reread', outcome: 'aura.unavailable', by: 'Ada' }),
    );
  });

  test('is over with the callout', async () => {
    await close();
    expect(await ask()).toEqual({ ok: false, code: 'callout.closed' });
    expect(await rereadCallout(ada, { calloutId: 999_999_999 })).toMatchObject({ code: 'callout.not_found' });
  });
});

describe('what it turned out to be', () => {
  const mark = (verdict: unknown) => setVerdict(ada, { calloutId: callout.calloutId, verdict });

  test('is not said of one that is not over, and nothing but the two', async () => {
    expect(await mark('genuine')).toEqual({ ok: false, code: 'callout.not_over' });
    expect(await mark('maybe')).toMatchObject({ ok: false, code: 'input.invalid' });
    expect((await status()).verdict).toBeNull();
  });

  test('is marked, changed and taken back, each with a name and in the audit', async () => {
    await close();
    await mark('genuine');
    expect((await status()).verdict).toMatchObject({ verdict: 'genuine', by: 'Ada' });
    await mark('false_alarm');
    await mark('false_alarm');
    expect((await status()).verdict).toMatchObject({ verdict: 'false_alarm' });
    await mark('none');
    expect((await status()).verdict).toBeNull();
    expect((await audited('callout.set_verdict')).map(({ detail }) => detail)).toEqual([
      'none',
      'false_alarm',
      'genuine',
    ]);
    expect(kinds((await status()).log).filter((kind) => kind === 'verdict')).toHaveLength(3);
  });
});

describe('a private profile from the page of a callout', () => {
  test('names the callout in the audit, and only one of that person', async () => {
    const { customerId } = await status();
    const other = await raiseTestCallout();
    expect(await readPrivateProfile(ada, { customerId, calloutId: other.calloutId })).toMatchObject({
      ok: false,
      code: 'callout.not_found',
    });
    await readPrivateProfile(ada, { customerId, calloutId: callout.calloutId });
    expect((await audited('customer.read_private'))[0]).toEqual({
      actor_id: adaId,
      detail: `callout ${callout.calloutId}`,
    });
    const { actor: viewer } = await testOperator('viewer', 'Vera');
    expect(await readPrivateProfile(viewer, { customerId, calloutId: callout.calloutId })).toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('where it is', () => {
  const mapped = async () => {
    const listed = await listOnMap(ada, {});
    if (!listed.ok) throw new Error(listed.code);
    return listed.value.callouts.find(({ calloutId }) => calloutId === callout.calloutId);
  };
  const move = (latitude: number, longitude: number) => {
    const fix = { latitude, longitude, accuracy: 9, fixedAt: new Date().toISOString() };
    const person = personActor(callout.personId, '192.0.2.1');
    return recordFix(person, { calloutId: callout.calloutId, fixes: [fix], device: 'a' });
  };

  test('is that of the press, until the device has said more', async () => {
    expect(await mapped()).toMatchObject({
      kind: 'real',
      place: { latitude: -26.1, accuracy: 12, from: 'press' },
    });
    await move(-26.1003, 28.0503);
    expect(await mapped()).toMatchObject({ place: { latitude: -26.1003, accuracy: 9, from: 'device' } });
    await close();
    expect(await mapped()).toBeUndefined();
  });

  test('is in or out of AURA’s coverage, or that is not known', async () => {
    expect((await status()).covered).toBeNull();
    expect(await mapped()).toMatchObject({ isCovered: null });
    await refreshCoverage(systemActor('coverage.refresh'), {});
    expect((await status()).covered).toMatchObject({ isCovered: true });
    await pool().query(`update callout set place = '[51.5,-0.1,null]', response_type_id = 1 where id = $1`, [
      callout.calloutId,
    ]);
    expect((await status()).covered).toMatchObject({
      isCovered: false,
      areas: ['Sandbox coverage SECURITY'],
    });
    expect(await mapped()).toMatchObject({ isCovered: false });
    await pool().query('update callout set response_type_id = 77 where id = $1', [callout.calloutId]);
    expect((await status()).covered).toBeNull();
  });
});
