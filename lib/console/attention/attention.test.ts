import { describe, expect, test } from 'vitest';
import { recordRound } from '#lib/callouts/follow-store.ts';
import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { pool } from '#lib/db/database.ts';
import { followChanges } from '#lib/following/page/follow-changes.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import {
  ada,
  attention,
  attentionWorld,
  minutesAgo,
  needOf,
  pressWithoutPosition,
  shownAs,
  viewer,
} from '#lib/testing/attention-world.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { listUndelivered } from './list-undelivered.ts';
import { releaseAlert } from './release-alert.ts';

await attentionWorld();

const ben = operatorActor('operator', 'ben', 'Ben');

async function auditOf(action: string): Promise<number> {
  const { rows } = await pool().query('select count(*)::int as n from audit_entry where action = $1', [
    action,
  ]);
  return rows[0].n;
}

describe('what needs attention', () => {
  test('is derived from the current callouts, presses and poller state', async () => {
    expect(await attention()).toMatchObject({ needs: [], waiting: 0, total: 0 });
    const { calloutId } = await raiseTestCallout(minutesAgo(3));
    await pool().query('update callout set duress_at = now() where id = $1', [calloutId]);
    await pool().query(
      `insert into callout_position (callout_id, heard_at, pause_reason, due_at, minute_from, minute_fixes)
       values ($1, now() - interval '40 seconds', 'hidden', now(), now(), 0)`,
      [calloutId],
    );
    const pressId = await pressWithoutPosition('real', minutesAgo(1));
    await recordRound(minutesAgo(1), 1);
    await recordRound(new Date(), 2);
    const { needs, waiting } = await attention();
    expect(needs.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['press_undelivered', pressId],
      ['duress_suspected', `${calloutId}`],
      ['new_callout', `${calloutId}`],
      ['no_responder', `${calloutId}`],
      ['position_lost', `${calloutId}`],
      ['aura_unreachable', ''],
    ]);
    // The press, the callout with its four needs, and AURA.
    expect(waiting).toBe(3);
    expect(needs[4]?.row).toMatchObject({
      callout: { calloutId, pauseReason: 'hidden' },
      person: { surname: 'Nkosi', mobile: expect.stringMatching(/^\+27/) },
      place: { latitude: expect.any(Number), accuracy: expect.any(Number) },
    });

    await recordRound(new Date(), 0);
    await pool().query("update callout set stage = 'dispatched', duress_at = null where id = $1", [
      calloutId,
    ]);
    expect((await attention()).needs.map(({ kind }) => kind)).toEqual([
      'press_undelivered',
      'new_callout',
      'position_lost',
    ]);
    await pool().query('update callout set closed_at = now() where id = $1', [calloutId]);
    expect((await attention()).needs.map(({ kind }) => kind)).toEqual(['press_undelivered']);
  });

  test('TEST presses can be filtered out, and TEST callouts have no alerts', async () => {
    await pressWithoutPosition('test', minutesAgo(1));
    const { calloutId } = await raiseTestCallout(minutesAgo(3));
    await pool().query("update callout set kind = 'test' where id = $1", [calloutId]);
    expect(await attention()).toMatchObject({
      waiting: 1,
      rows: [{ isTest: true, severity: 'green' }],
    });
    expect(await attention('real')).toMatchObject({ waiting: 0, needs: [] });
  });
});

describe('among many', () => {
  test('what is newest of the worst comes first, what does not fit is counted by severity, and all can be asked for', async () => {
    const { calloutId, personId } = await raiseTestCallout(minutesAgo(3));
    await pool().query(
      `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at)
       select $1::bigint + 1000000 + n, $2, 'real', 'owned', now() - n * interval '1 minute', now(), now() from generate_series(4, 73) n`,
      [calloutId, personId],
    );
    for (const minutes of [5, 1, 9]) await pressWithoutPosition('real', minutesAgo(minutes));
    const first = await attention();
    expect(first.rows.slice(0, 3).map(({ press }) => press !== null)).toEqual([true, true, true]);
    const since = first.rows.map(({ beganAt }) => beganAt);
    expect(since.slice(0, 3)).toEqual(since.slice(0, 3).toSorted().reverse());
    expect(since.slice(3)).toEqual(since.slice(3).toSorted().reverse());
    expect(first.rows[3]).toMatchObject({
      subject: `${calloutId}`,
      needs: [{ kind: 'new_callout' }, { kind: 'no_responder' }],
    });
    expect(first.total).toBe(3 + 71);
    expect(first.more).toEqual([{ severity: 'red', count: first.total - first.rows.length }]);
    expect(first.counts).toEqual([
      { kind: 'press_undelivered', severity: 'red', count: 3 },
      { kind: 'new_callout', severity: 'red', count: 71 },
    ]);
    expect(first.newest).toMatchObject({ kind: 'press_undelivered', severity: 'red' });

    const all = await attention('all', { shown: 'all' });
    expect(all.more).toEqual([]);
    expect(all.rows).toHaveLength(first.total);
    expect(all.rows.slice(0, first.rows.length).map(({ subject }) => subject)).toEqual(
      first.rows.map(({ subject }) => subject),
    );
    const screen = await attention('all', { shown: 'screen' });
    expect(screen.rows).toEqual(first.rows.slice(0, 15));
    expect(screen.more).toEqual([{ severity: 'red', count: first.total - 15 }]);
    const last = all.rows.at(-1)?.callout?.calloutId ?? 0;
    const none = await attention('all', { shown: 'none', callout: last });
    expect(none).toMatchObject({
      rows: [],
      own: { subject: `${last}` },
      total: first.total,
      newest: first.newest,
    });
  });
});

describe('acknowledging', () => {
  test('the first acknowledgement counts, is shown with name and time, and is audited once', async () => {
    const { calloutId } = await raiseTestCallout(minutesAgo(3));
    const need = await needOf('no_responder');
    const before = await auditOf('alert.acknowledge');
    const both = await Promise.all([
      acknowledgeAlert(ada, shownAs(need)),
      acknowledgeAlert(ben, shownAs(need)),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await auditOf('alert.acknowledge')).toBe(before + 1);
    const { acknowledged } = await needOf('no_responder');
    expect(['Ada', 'Ben']).toContain(acknowledged?.by);
    expect(await acknowledgeAlert(ben, shownAs(need))).toMatchObject({ ok: true });
    expect(await needOf('no_responder')).toMatchObject({ acknowledged });
    const board = await listCallouts(viewer, { state: 'open' });
    const { by, at } = acknowledged ?? {};
    expect(board.ok && board.value.callouts).toMatchObject([{ calloutId, acknowledged: { by, at } }]);
  });

  test('notifies every open board', async () => {
    const following = await followChanges(viewer, {});
    if (!following.ok) throw new Error(following.code);
    const heard: string[] = [];
    const leave = following.value.subscribe((news) =>
      heard.push(news.kind === 'change' ? news.topic : news.kind),
    );
    await eventually(() => expect(heard).toContain('live'));
    await raiseTestCallout();
    await acknowledgeAlert(ada, shownAs(await needOf('new_callout')));
    await eventually(() => expect(heard).toContain('attention:new_callout'));
    leave();
  });

  test('covers all needs of the row that were shown, and none that came later', async () => {
    const { calloutId } = await raiseTestCallout(minutesAgo(3));
    const { needs } = await attention();
    expect(needs.map(({ kind }) => kind)).toEqual(['new_callout', 'no_responder']);
    await pool().query('update callout set duress_at = now() where id = $1', [calloutId]);
    expect(await acknowledgeAlert(ada, shownAs(...needs))).toMatchObject({ ok: true });
    const after = await attention();
    expect(after.needs.map(({ kind, acknowledged }) => [kind, acknowledged?.by ?? null])).toEqual([
      ['duress_suspected', null],
      ['new_callout', 'Ada'],
      ['no_responder', 'Ada'],
    ]);
    expect(after.rows).toMatchObject([
      { isWaiting: true, severity: 'red', acknowledged: { by: 'Ada', isMine: true } },
    ]);
    expect(after.waiting).toBe(1);
  });

  test('ends a new callout’s need once a responder is on the way, not before', async () => {
    const { calloutId } = await raiseTestCallout();
    await acknowledgeAlert(ada, shownAs(await needOf('new_callout')));
    expect(await attention()).toMatchObject({ waiting: 0, total: 1 });
    await pool().query("update callout set stage = 'dispatched' where id = $1", [calloutId]);
    expect(await attention()).toMatchObject({ waiting: 0, total: 0 });
  });

  test('is shown to whom it belongs, who alone can release it', async () => {
    await raiseTestCallout();
    const row = shownAs(await needOf('new_callout'));
    await acknowledgeAlert(ada, row);
    expect((await attention('all', { whose: 'mine' })).rows).toHaveLength(1);
    expect((await attention('all', { whose: 'unassigned' })).rows).toHaveLength(0);
    expect(await releaseAlert(ben, row)).toEqual({ ok: false, code: 'attention.gone' });
    expect(await releaseAlert(ada, row)).toMatchObject({ ok: true });
    expect(await releaseAlert(ada, row)).toEqual({ ok: false, code: 'attention.gone' });
    const [released] = (await attention('all', { whose: 'unassigned' })).needs;
    expect(released).toMatchObject({ acknowledged: null, returned: { why: 'released', by: 'Ada' } });
    expect(await acknowledgeAlert(ben, row)).toMatchObject({ ok: true });
    expect(await attention()).toMatchObject({ waiting: 1 });
    if (released) await acknowledgeAlert(ben, shownAs(released));
    expect((await attention()).rows).toMatchObject([{ isWaiting: false, acknowledged: { by: 'Ben' } }]);
  });

  test('a new callout twice is the same; what is not there is refused', async () => {
    await raiseTestCallout();
    const need = await needOf('new_callout');
    for (const actor of [ada, ben])
      expect(await acknowledgeAlert(actor, shownAs(need))).toMatchObject({ ok: true });
    const others = [
      { ...need, since: minutesAgo(9).toISOString() },
      { ...need, subject: '1' },
      { ...need, kind: 'duress_suspected' },
      { ...need, kind: 'press_undelivered' },
    ];
    for (const other of others) {
      expect(await acknowledgeAlert(ada, shownAs(other))).toEqual({ ok: false, code: 'attention.gone' });
    }
    const { rows } = await pool().query('select count(*)::int as n from alert');
    expect(rows[0].n).toBe(1);
  });

  test('a press is acknowledged as everything else is', async () => {
    await pressWithoutPosition('real', minutesAgo(1));
    const need = await needOf('press_undelivered');
    const both = await Promise.all([
      acknowledgeAlert(ada, shownAs(need)),
      acknowledgeAlert(ben, shownAs(need)),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const { acknowledged } = await needOf('press_undelivered');
    expect(['Ada', 'Ben']).toContain(acknowledged?.by);
    expect((await attention()).waiting).toBe(0);
    const listed = await listUndelivered(viewer, {});
    const { by, at } = acknowledged ?? {};
    expect(listed).toMatchObject({ value: { presses: [{ acknowledged: { by, at } }] } });
  });

  test('before does not count for what happens again', async () => {
    await recordRound(minutesAgo(1), 1);
    await acknowledgeAlert(ada, shownAs(await needOf('aura_unreachable')));
    await recordRound(minutesAgo(1), 0);
    expect((await attention()).needs).toEqual([]);
    await recordRound(new Date(Date.now() - 30_000), 1);
    expect((await needOf('aura_unreachable')).acknowledged).toBeNull();
  });
});
