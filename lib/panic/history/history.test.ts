import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { operatorActor, personActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { listHistory } from './list-history.ts';
import { PAGE_SIZE } from './model.ts';

const world = await testWorld();

const actorOf = (personId: string) => personActor(personId, '192.0.2.1');
let nextId = 700_000;

/** All of a person's pages, one after the other. */
async function pagesOf(personId: string) {
  const pages = [];
  let after: string | undefined;
  do {
    const listed = await listHistory(actorOf(personId), { after });
    if (!listed.ok) throw new Error(listed.code);
    pages.push(listed.value.lines);
    after = listed.value.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

async function calloutOf(personId: string, at: string, reached: string | null = null): Promise<number> {
  nextId += 1;
  await pool().query(
    `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at, closed_at)
     values ($1, $2, 'real', 'closed', $3, $3, $3, $3)`,
    [nextId, personId, at],
  );
  for (const stage of reached ? ['raised', reached, 'closed'] : []) {
    await pool().query(
      `insert into callout_fact (callout_id, at, stage, source) values ($1, $2, $3, 'poll')`,
      [nextId, at, stage],
    );
  }
  return nextId;
}

async function pressOf(personId: string, at: string, state: string, calloutId: number | null = null) {
  const id = randomUUID();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, settled_at, callout_id)
     values ($1, $2, 'real', $3, $4, $4, $4, $5)`,
    [id, personId, state, at, calloutId],
  );
  return id;
}

test('callouts and presses without one are listed newest first, with how each ended; others’ never', async () => {
  const [me, other] = [await registerTestPerson(), await registerTestPerson()];
  const came = await calloutOf(me.personId, '2026-03-01T10:00:00Z', 'arrived');
  const unknown = await calloutOf(me.personId, '2026-03-02T10:00:00Z');
  await pressOf(me.personId, '2026-03-02T10:00:00Z', 'delivered', unknown);
  const expired = await pressOf(me.personId, '2026-03-03T10:00:00Z', 'expired');
  await calloutOf(other.personId, '2026-03-04T10:00:00Z');
  await pressOf(other.personId, '2026-03-05T10:00:00Z', 'rejected');
  const [page] = await pagesOf(me.personId);
  expect(page).toEqual([
    {
      key: `p${expired}`,
      at: '2026-03-03T10:00:00.000Z',
      kind: 'real',
      calloutId: null,
      ended: { how: 'not_sent', state: 'expired' },
    },
    expect.objectContaining({ calloutId: unknown, ended: { how: 'closed', before: 'raised' } }),
    expect.objectContaining({ calloutId: came, ended: { how: 'closed', before: 'arrived' } }),
  ]);
});

test('pages follow each other without a gap or a repeat, also within one microsecond', async () => {
  const { personId } = await registerTestPerson();
  const expected: string[] = [];
  for (let nth = 0; nth < PAGE_SIZE; nth += 1) {
    // Three instants that a clock of milliseconds cannot tell apart.
    const at = `2026-03-01T10:00:00.00000${nth % 3}Z`;
    expected.push(`c${await calloutOf(personId, at)}`, `p${await pressOf(personId, at, 'withdrawn')}`);
  }
  const pages = await pagesOf(personId);
  expect(pages.map((lines) => lines.length)).toEqual([PAGE_SIZE, PAGE_SIZE]);
  expect(
    pages
      .flat()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(expected.toSorted());
});

test.each(['right', 'wrong'])('after “I am safe” with the %s code the list is the same', async (which) => {
  const { calloutId, personId, mobile } = await raiseTestCallout();
  const safeCode = which === 'right' ? mobile.slice(-4) : '0000';
  await cancelCallout(actorOf(personId), { calloutId, safeCode });
  await pool().query(`update callout set raised_at = now() - interval '1 minute' where id = $1`, [calloutId]);
  // A press since then, which has made another callout or was given the same.
  const later = which === 'right' ? await calloutOf(personId, '2036-01-01T00:00:00Z') : calloutId;
  const press = await pressOf(personId, '2036-01-01T00:00:00Z', 'delivered', later);
  expect((await pagesOf(personId)).flat()).toMatchObject([
    { key: `p${press}`, calloutId: null, ended: { how: 'pressed' } },
    { calloutId, ended: { how: 'safe' } },
  ]);
  await world.restoreAura();
});

test.each(['', 'x', '1_c', '99999999999999999999_c1', '1_p1', '1_c1; drop table press'])(
  '%j is no cursor',
  async (after) => {
    const { personId } = await registerTestPerson();
    expect(await listHistory(actorOf(personId), { after })).toMatchObject({
      ok: false,
      code: 'input.invalid',
    });
  },
);

test('operators have their own lists', async () => {
  expect(await listHistory(operatorActor('admin', 'o', 'Olga'), {})).toMatchObject({
    code: 'permission.denied',
  });
});
