import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import {
  ada,
  attention,
  attentionWorld,
  minutesAgo,
  needOf,
  pressWithoutPosition,
  shownAs,
} from '#lib/testing/attention-world.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { assignAlert } from './assign-alert.ts';
import { listAssignees } from './list-assignees.ts';
import { listAttention } from './list-attention.ts';
import { releaseAlert } from './release-alert.ts';

await attentionWorld();

const ben = operatorActor('operator', 'ben', 'Ben');
const operators = { ada, ben };
type Who = keyof typeof operators;

async function listOf(actor: typeof ada, whose: 'mine' | 'unassigned') {
  const listed = await listAttention(actor, { whose });
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}

/** Who has it, or whose it is to acknowledge. */
const standing = ({ acknowledged, assigned }: Awaited<ReturnType<typeof needOf>>) =>
  acknowledged ? `${acknowledged.by} has it` : assigned ? `waits for ${assigned.to}` : 'waits';

describe('assigning', () => {
  test('makes an alert another’s, who has it once they acknowledge it', async () => {
    await pressWithoutPosition('real', minutesAgo(1));
    const fresh = await needOf('press_undelivered');
    expect(await assignAlert(ada, { ...shownAs(fresh), operatorId: 'ben' })).toMatchObject({ ok: true });
    const given = await needOf('press_undelivered');
    expect(given).toMatchObject({ acknowledged: null, assigned: { to: 'Ben', by: 'Ada', isMine: false } });
    expect(given.since).toBe(fresh.since);
    // Until then it rings and is counted; it is nobody's to release.
    expect(await attention()).toMatchObject({ waiting: 1, mine: 0, newest: { subject: given.subject } });
    expect(await releaseAlert(ada, shownAs(given))).toMatchObject({ ok: false, code: 'attention.gone' });
    expect((await listOf(ben, 'mine')).rows).toHaveLength(1);
    expect((await listOf(ben, 'unassigned')).rows).toEqual([]);
    await acknowledgeAlert(ben, shownAs(given));
    expect(await needOf('press_undelivered')).toMatchObject({ acknowledged: { by: 'Ben' } });
    expect((await attention()).waiting).toBe(0);

    // From another, and to oneself.
    expect(await assignAlert(ada, { ...shownAs(given), operatorId: 'ada' })).toMatchObject({ ok: true });
    const own = await attention();
    expect(own.needs[0]).toMatchObject({ acknowledged: { by: 'Ada', isMine: true } });
    expect(own.mine).toBe(1);
    expect((await attention('all', { whose: 'mine' })).rows).toHaveLength(1);

    const { rows } = await pool().query(
      `select actor_id, detail from audit_entry where action = 'alert.assign' order by id desc limit 2`,
    );
    expect(rows).toEqual([
      { actor_id: 'ada', detail: 'press_undelivered to Ada' },
      { actor_id: 'ada', detail: 'press_undelivered to Ben' },
    ]);
  });

  test('is refused of what was shown before it changed, and to whom cannot act', async () => {
    await pressWithoutPosition('real', minutesAgo(1));
    const fresh = await needOf('press_undelivered');
    await assignAlert(ada, { ...shownAs(fresh), operatorId: 'ben' });
    const [stale, unknown] = await Promise.all([
      assignAlert(ada, { ...shownAs(fresh, { ...fresh, kind: 'new_callout' }), operatorId: 'ada' }),
      assignAlert(ada, { ...shownAs(await needOf('press_undelivered')), operatorId: 'nobody' }),
    ]);
    // The same instant is still the alert's: it was only given, not ended.
    expect(stale).toMatchObject({ ok: true });
    expect(unknown).toMatchObject({ ok: false, code: 'attention.no_operator' });
    // It has ended, and begun anew.
    await assignAlert(ada, { ...shownAs(fresh), operatorId: 'ben' });
    expect(await assignAlert(ada, { ...shownAs(fresh), operatorId: 'ben' })).toMatchObject({
      ok: false,
      code: 'attention.gone',
    });
  });

  test('offers the asking operator first, and nobody who may not act', async () => {
    await pool().query(
      `insert into "user" (id, name, email, role, disabled_at, created_at, updated_at)
       values ('vic', 'Vic', 'vic@vigil.test', 'viewer', null, now(), now()),
         ('off', 'Off', 'off@vigil.test', 'operator', now(), now(), now()) on conflict do nothing`,
    );
    const listed = await listAssignees(ben, {});
    expect(listed.ok && listed.value).toEqual([
      { operatorId: 'ben', name: 'Ben', isMe: true },
      { operatorId: 'ada', name: 'Ada', isMe: false },
    ]);
  });
});

const deed = fc.record({
  who: fc.constantFrom<Who>('ada', 'ben'),
  does: fc.constantFrom('acknowledge', 'assign to ada', 'assign to ben', 'release'),
  /** Together with the one before, on what was shown before both. */
  isAtOnce: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

async function act({ who, does }: Deed, shown: ReturnType<typeof shownAs>): Promise<boolean> {
  const actor = operators[who];
  if (does === 'acknowledge') return (await acknowledgeAlert(actor, shown)).ok;
  if (does === 'release') return (await releaseAlert(actor, shown)).ok;
  const operatorId = does === 'assign to ada' ? 'ada' : 'ben';
  return (await assignAlert(actor, { ...shown, operatorId })).ok;
}

/** How it stands after one deed, by the rules in words. */
function expected(before: string, { who, does }: Deed): string {
  const name = who === 'ada' ? 'Ada' : 'Ben';
  if (does === 'acknowledge') return before.endsWith('has it') ? before : `${name} has it`;
  if (does === 'release') return before === `${name} has it` ? 'waits' : before;
  const to = does === 'assign to ada' ? 'Ada' : 'Ben';
  if (before === `${to} has it`) return before;
  return to === name ? `${to} has it` : `waits for ${to}`;
}

test('two operators may do it in any order, and at once: one has it or it waits, and it never goes away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), async (deeds) => {
      await pool().query('truncate alert');
      await pool().query('delete from press');
      await pressWithoutPosition('real', minutesAgo(1));
      for (const [index, one] of deeds.entries()) {
        if (one.isAtOnce && index > 0) continue;
        const before = await needOf('press_undelivered');
        const shown = shownAs(before);
        const partner = deeds[index + 1];
        const both = partner?.isAtOnce ? [one, partner] : [one];
        await Promise.all(both.map((each) => act(each, shown)));
        const after = standing(await needOf('press_undelivered'));
        // In one order or the other; of two, the second may have been refused for what it was shown.
        const start = standing(before);
        const possible = both.flatMap((first) => {
          const once = expected(start, first);
          const second = both.find((each) => each !== first);
          return second ? [once, expected(once, second)] : [once];
        });
        expect(possible).toContain(after);
        const { rows } = await pool().query(
          'select count(*)::int as held from alert where acknowledged_at is not null and released_at is null',
        );
        expect(rows[0]?.held).toBe(after.endsWith('has it') ? 1 : 0);
      }
    }),
    { numRuns: 40 },
  );
});
