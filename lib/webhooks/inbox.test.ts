import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { eventsQuery } from '#lib/webhooks/inbox-store.ts';
import { listWebhookEvents } from '#lib/webhooks/list-webhook-events.ts';
import { readWebhookEvent } from '#lib/webhooks/read-webhook-event.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { replayWebhookRange } from '#lib/webhooks/replay-webhook-range.ts';
import type { EventFilter, WebhookEventRow } from '#lib/webhooks/schema.ts';

const EVENTS = 5_000;
const START = '2026-11-01T00:00';

await appDatabase();

const viewer = operatorActor('viewer', 'operator-1', 'Viewer');
const operator = operatorActor('operator', 'operator-2', 'Operator');

beforeAll(async () => {
  // Ten of each minute, so that a page ends in the middle of one. Every hundredth failed.
  await pool().query(
    `insert into webhook_event (received_at, due_at, message, about, about_id, body_sealed, body_hash, state, attempts)
     select at, at, 'EVENT_' || n % 20, 'callout', n % 100 + 1, '', n, 
       case when n % 100 = 0 then 'failed' else 'processed' end, 1
     from generate_series(0, $1 - 1) n,
       lateral (select timestamptz '2026-11-01T00:00:00Z' + (n / 10) * interval '1 min' as at) as moment`,
    [EVENTS],
  );
  await pool().query('analyze webhook_event');
});

async function allPages(filter: Record<string, string>): Promise<WebhookEventRow[]> {
  const events: WebhookEventRow[] = [];
  let after: string | undefined;
  do {
    const page = await listWebhookEvents(viewer, { ...filter, after });
    if (!page.ok) throw new Error(page.code);
    events.push(...page.value.events);
    after = page.value.next ?? undefined;
  } while (after);
  return events;
}

describe('the pages', () => {
  test('hold every delivery once, newest first', async () => {
    const events = await allPages({ event: 'EVENT_7' });
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(EVENTS / 20);
    const instants = events.map(({ receivedAt }) => receivedAt);
    expect(instants).toEqual(instants.toSorted().reverse());
  });

  test.each([
    [{ state: 'failed' }, 50],
    [{ callout: '42' }, 50],
    [{ callout: '1', state: 'processed' }, 0],
    [{ from: START, until: '2026-11-01T00:10', state: '' }, 100],
    [{ from: '2026-11-01T00:01', until: '2026-11-01T00:02:00', event: 'EVENT_10' }, 1],
    [{ event: ' ', callout: '', from: '', until: START }, 0],
  ])('filtered by %o hold %i', async (filter, count) => {
    expect(await allPages(filter)).toHaveLength(count);
  });

  test.each([
    [{ state: 'lost' }, { state: 'There is no such state' }],
    [{ callout: 'x' }, { callout: 'This is no callout id: it is a whole number' }],
    [{ callout: '-1' }, { callout: 'This is no callout id: it is a whole number' }],
    [{ from: 'soon' }, { from: 'Choose a day and a time' }],
    [{ event: 'a'.repeat(101) }, { event: 'This is too long' }],
    [{ after: '1' }, { after: 'This is no page' }],
  ])('refuse %o in words', async (input, fields) => {
    expect(await listWebhookEvents(viewer, input)).toEqual({ ok: false, code: 'input.invalid', fields });
  });

  test('count a range to one more than may be replayed', async () => {
    const counted = async (until: string) => {
      const page = await listWebhookEvents(viewer, { from: START, until });
      return page.ok && page.value.inRange;
    };
    expect(await counted('2026-11-01T00:03')).toBe(30);
    expect(await counted('2026-11-02T00:00')).toBe(501);
  });

  test.each<[string, Partial<EventFilter>]>([
    ['webhook_event_newest', {}],
    ['webhook_event_newest', { from: new Date(`${START}Z`), until: new Date('2026-11-01T02:00Z') }],
    ['webhook_event_state', { state: 'failed' }],
    ['webhook_event_message', { event: 'EVENT_7' }],
    ['webhook_event_about', { callout: 42 }],
  ])('are read by the index %s when filtered by %o', async (index, filter) => {
    const everything = {
      state: undefined,
      event: undefined,
      callout: undefined,
      from: undefined,
      until: undefined,
    };
    const after = { at: new Date('2026-11-01T04:00Z'), id: 4_000 };
    const { sql, params } = eventsQuery({ ...everything, ...filter }, after, 51).toSQL();
    const { rows } = await pool().query(`explain ${sql}`, params);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // All rows lie in the first partition; the others are empty, and read as such.
    expect(plan).toContain(index.replace('webhook_event', 'webhook_event_before'));
    expect(plan).not.toContain('Seq Scan on webhook_event_before');
  });
});

describe('one delivery', () => {
  test('is shown with its body, and without what its body opens', async () => {
    const body = {
      message: 'CALLOUT_OWNED',
      callout: { id: 77, url: 'https://track.test/?sessionToken=abc' },
    };
    await receiveWebhookEvent(systemActor('webhook.receive'), { body: JSON.stringify(body) });
    const [newest] = await allPages({ callout: '77', event: 'CALLOUT_OWNED' });
    const opened = await readWebhookEvent(viewer, { eventId: newest?.eventId });
    expect(opened).toMatchObject({
      ok: true,
      value: { namedStage: 'owned', isCut: false, event: { aboutId: 77, callout: null, state: 'received' } },
    });
    expect(JSON.stringify(opened)).not.toContain('sessionToken');
    expect(await readWebhookEvent(viewer, { eventId: 999_999 })).toEqual({
      ok: false,
      code: 'webhook.not_found',
    });
  });
});

describe('a range', () => {
  const range = { from: '2026-11-01T00:00', until: '2026-11-01T00:20', state: 'failed' };
  const waiting = async () =>
    (await pool().query<{ id: string }>('select id from webhook_event where replayed_at is not null')).rows;

  test('is not replayed by a viewer, without both times, or with another number than was confirmed', async () => {
    expect(await replayWebhookRange(viewer, { ...range, confirmed: 2 })).toMatchObject({
      code: 'permission.denied',
    });
    for (const input of [{ ...range, until: '', confirmed: 2 }, range]) {
      expect(await replayWebhookRange(operator, input)).toMatchObject({ code: 'input.invalid' });
    }
    expect(await replayWebhookRange(operator, { ...range, confirmed: 3 })).toMatchObject({
      code: 'webhook.range_changed',
    });
    const day = { from: '2026-11-01T00:00', until: '2026-11-02T00:00' };
    expect(await replayWebhookRange(operator, { ...day, confirmed: 501 })).toMatchObject({
      code: 'webhook.range_too_large',
    });
    expect(await waiting()).toEqual([]);
  });

  test('is put back as if it had just come, with its job, and is in the audit', async () => {
    expect(await replayWebhookRange(operator, { ...range, confirmed: 2 })).toEqual({
      ok: true,
      value: { replayed: 2 },
    });
    expect(await waiting()).toHaveLength(2);
    const replayed = await allPages({ from: range.from, until: range.until, state: 'received' });
    expect(replayed.map(({ tries, problem }) => [tries, problem])).toEqual([
      [0, null],
      [0, null],
    ]);
    const { rows } = await pool().query('select actor_id, detail from audit_entry');
    expect(rows).toEqual([
      {
        actor_id: 'operator-2',
        detail: '2 from 2026-11-01T00:00:00.000Z until 2026-11-01T00:20:00.000Z state=failed',
      },
    ]);
  });
});
