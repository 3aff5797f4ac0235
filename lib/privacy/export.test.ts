import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { type PlantedPerson, plantPerson } from '#lib/testing/planted-rows.ts';
import { raiseTestCallout, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { allowExport } from './allow-export.ts';
import { jsonPieces } from './export-model.ts';
import { exportOwnData } from './export-own-data.ts';
import { forgetOld } from './forget-old.ts';
import { startConfirmation } from './start-confirmation.ts';

const world = await testWorld();
const OPERATOR = 'operator-1';

beforeAll(() =>
  insertOperator({ id: OPERATOR, name: 'Ada', email: 'ada@vigil.test', role: 'admin' }, 'none', new Date()),
);
afterEach(() => {
  vi.useRealTimers();
});

const actorOf = ({ personId }: { personId: string }) => personActor(personId, '192.0.2.7');

async function grantOf(person: Pick<TestPerson, 'personId' | 'mobile'>) {
  const started = await startConfirmation(actorOf(person), { wish: 'export' });
  if (!started.ok) throw new Error(started.code);
  const code = await world.codeFor(person.mobile);
  return allowExport(actorOf(person), { codeId: started.value.codeId, code });
}

async function ownFile(person: TestPerson): Promise<{ text: string; pieces: number }> {
  const allowed = await grantOf(person);
  if (!allowed.ok) throw new Error(allowed.code);
  const file = await exportOwnData(actorOf(person), { grant: allowed.value.grant });
  if (!file.ok) throw new Error(file.code);
  let [text, pieces] = ['', 0];
  for await (const piece of file.value.pieces) {
    text += piece;
    pieces += 1;
  }
  return { text, pieces };
}

describe('what a person downloads', () => {
  let thandi: PlantedPerson;

  beforeAll(async () => {
    thandi = await plantPerson(OPERATOR);
  });

  test('comes in pages, each row once, however long the trail is', async () => {
    await pool().query(
      `insert into callout_fix (callout_id, fixed_at, measured_at, received_at, place)
       select $1, timestamptz '2026-01-01' + n * interval '1 s', now(), now(), '[-26,28,null]' from generate_series(1, 2500) n`,
      [thandi.calloutId],
    );
    const { text, pieces } = await ownFile(thandi);
    const { tables } = JSON.parse(text);
    const times = tables.callout_fix.map((fix: { fixed_at: string }) => fix.fixed_at);
    expect(new Set(times).size).toBe(2501);
    expect(times).toHaveLength(2501);
    expect(pieces).toBeGreaterThan(Object.keys(tables).length + 2);
  });

  test('has no sign of force: no safe code, and after “I am safe” nothing that others wrote', async () => {
    const say = (author: string, text: string, at: string) =>
      pool().query(
        `insert into callout_message (id, callout_id, author, author_id, text, state, written_at)
         values ($1, $2, $3, $4, $5, 'sent', $6)`,
        [randomUUID(), thandi.calloutId, author, author === 'person' ? thandi.personId : null, text, at],
      );
    await pool().query(`update cancellation set asked_at = '2026-11-01T10:00:00Z' where callout_id = $1`, [
      thandi.calloutId,
    ]);
    await say('aura', 'before it', '2026-11-01T09:59:00Z');
    await say('aura', 'still on our way', '2026-11-01T10:01:00Z');
    await say('person', 'my own words', '2026-11-01T10:02:00Z');
    const { text } = await ownFile(thandi);
    const said = ['before it', 'my own words', 'still on our way'].filter((words) => text.includes(words));
    expect(said).toEqual(['before it', 'my own words']);
    expect(text.includes(thandi.mobile)).toBe(false);
    const { tables } = JSON.parse(text);
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining(['callout', 'press', 'callout_fix', 'person']),
    );
    for (const hidden of ['cancellation', 'callout_note', 'callout_fact', 'callout_outcome', 'webhook_event'])
      expect(Object.keys(tables)).not.toContain(hidden);
    expect(Object.keys(tables.callout[0])).not.toContain('duress_at');
  });

  test('is refused while an alarm is open', async () => {
    const { personId, mobile } = await raiseTestCallout();
    expect(await grantOf({ personId, mobile })).toEqual({ ok: false, code: 'data.alarm_open' });
  });

  test('opens for ten minutes, for this person alone, and their mobile is notified', async () => {
    const [person, other] = [await registerTestPerson(), await registerTestPerson()];
    const allowed = await grantOf(person);
    if (!allowed.ok) throw new Error(allowed.code);
    const { grant } = allowed.value;
    expect(await exportOwnData(actorOf(person), { grant })).toMatchObject({ ok: true });
    const expired = { ok: false, code: 'data.link_expired' };
    expect(await exportOwnData(actorOf(other), { grant })).toEqual(expired);
    expect(await exportOwnData(actorOf(person), { grant: `${grant}x` })).toEqual(expired);
    await expect
      .poll(() => world.textsTo(person.mobile))
      .toContainEqual(expect.stringContaining('data was downloaded'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    expect(await exportOwnData(actorOf(person), { grant })).toEqual(expired);
  });
});

test('a code to download signs nobody in, and its message says what it is for', async () => {
  const person = await registerTestPerson();
  const started = await startConfirmation(actorOf(person), { wish: 'export' });
  if (!started.ok) throw new Error(started.code);
  expect(await redeemCode(started.value.codeId, await world.codeFor(person.mobile))).toMatchObject({
    code: 'code.wrong',
  });
  expect(await world.textsTo(person.mobile)).toContainEqual(expect.stringContaining('to download your data'));
});

test('an anonymised callout stays so: nobody’s view asks AURA for its report again', async () => {
  const { calloutId } = await plantPerson(OPERATOR);
  await pool().query(`update callout set closed_at = now() - interval '3 years' where id = $1`, [calloutId]);
  await forgetOld(systemActor('records.retain'), {});
  const asked = await world.callsOf('readResolutionReport');
  const read = await readOutcome(operatorActor('operator', OPERATOR, 'Ada'), { calloutId });
  expect(read).toMatchObject({ ok: true, value: { report: null, mapUrl: null } });
  const { rows } = await pool().query('select attempts from callout_outcome where callout_id = $1', [
    calloutId,
  ]);
  await readOutcome(operatorActor('operator', OPERATOR, 'Ada'), { calloutId });
  expect(
    (await pool().query('select attempts from callout_outcome where callout_id = $1', [calloutId])).rows,
  ).toEqual(rows);
  expect(await world.callsOf('readResolutionReport')).toBe(asked);
});

test('any pages of any tables make one JSON document', async () => {
  const page = fc.record({
    table: fc.constantFrom('callout', 'person', 'press'),
    rows: fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(page), async (unsorted) => {
      const pages = unsorted.toSorted((one, other) => one.table.localeCompare(other.table));
      let text = '';
      const all = (async function* () {
        yield* pages;
      })();
      for await (const piece of jsonPieces({ madeAt: 'now' }, all)) text += piece;
      const { tables } = JSON.parse(text);
      for (const table of new Set(pages.map((each) => each.table))) {
        const rows = pages.filter((each) => each.table === table).flatMap((each) => each.rows);
        expect(tables[table]).toEqual(JSON.parse(JSON.stringify(rows)));
      }
    }),
  );
});
