import { beforeAll, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { patience } from '#lib/testing/patience.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { fillDatabase } from '../../../scripts/seed/fill.ts';
import { responseTypeNames } from './aura.ts';
import { exportReport } from './export-report.ts';
import { startOf } from './model.ts';
import { readReport } from './read-report.ts';
import { type CalloutFigures, type Spread, type Step, timedStages } from './schema.ts';

const UNTIL = new Date('2026-06-15T12:00:00Z');

const world = await testWorld();

const viewer = operatorActor('viewer', 'v', 'Viewer', null, new Date());

type Callout = {
  id: string;
  kind: string;
  raised_at: Date;
  response_type_id: number | null;
  verdict: string | null;
};
type Fact = { callout_id: string; stage: string; at: Date };
type Asked = { callout_id: string; by: string; state: string; asked_at: Date };
type Press = {
  kind: string;
  state: string;
  received_at: Date;
  settled_at: Date | null;
  accuracy_m: number | null;
  fix_source: string | null;
};

const isPrecise = ({ accuracy_m, fix_source }: Press) =>
  accuracy_m !== null && accuracy_m <= 50 && (fix_source === 'live' || fix_source === 'recent');

let callouts: Callout[];
let facts: Map<string, Date>;
let asked: Asked[];
let presses: Press[];

beforeAll(async () => {
  const client = await pool().connect();
  const plan = { callouts: 1_500, open: 0, persons: 200, points: 0, seed: 11, until: UNTIL };
  const around = { aura: null, sealBody: () => 'x', sealTracking: () => 'x', say: () => undefined };
  await fillDatabase(plan, { database: client, ...around });
  client.release();
  callouts = (await pool().query('select * from callout')).rows;
  const reached = await pool().query<Fact>('select * from callout_fact where stage is not null');
  facts = new Map(reached.rows.map(({ callout_id, stage, at }) => [`${callout_id} ${stage}`, at]));
  asked = (await pool().query('select * from cancellation')).rows;
  presses = (await pool().query('select * from press')).rows;
});

// A report waits less than a second for AURA's names of types, which a busy machine can miss: retry until they are
// known.
beforeAll(async () => {
  await vi.waitFor(
    async () => {
      Reflect.deleteProperty(globalThis, Symbol.for('vigil.response-type-names'));
      expect((await responseTypeNames()).size).toBeGreaterThan(0);
    },
    { timeout: patience(50_000), interval: 100 },
  );
});

const dayOf = (at: Date, zone = 'UTC') => at.toLocaleDateString('sv', { timeZone: zone });

/** Counted naively, to compare with the database's result. */
function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { cases: sorted.length, p50Ms: at(0.5), p90Ms: at(0.9) };
}

function figuresOf(chosen: readonly Callout[]): CalloutFigures {
  const real = chosen.filter(({ kind }) => kind === 'real');
  const took = (stage: string) =>
    real.flatMap((callout) => {
      const at = facts.get(`${callout.id} ${stage}`);
      return at ? [at.getTime() - callout.raised_at.getTime()] : [];
    });
  const how = real.map(({ id }) => {
    const mine = asked.filter((each) => each.callout_id === id);
    const accepted = mine
      .filter(({ state }) => state === 'accepted')
      .toSorted((one, other) => one.asked_at.getTime() - other.asked_at.getTime())[0];
    if (accepted) return accepted.by;
    if (facts.has(`${id} cancelled`)) return 'elsewhere';
    return mine.length > 0 ? 'not accepted' : 'not';
  });
  const times = (what: string) => how.filter((each) => each === what).length;
  const marked = (verdict: string | null) => real.filter((each) => each.verdict === verdict).length;
  return {
    real: real.length,
    test: chosen.length - real.length,
    stages: {
      owned: spreadOf(took('owned')),
      dispatched: spreadOf(took('dispatched')),
      arrived: spreadOf(took('arrived')),
      completed: spreadOf(took('completed')),
      closed: spreadOf(took('closed')),
    },
    cancelled: {
      byPerson: times('person'),
      byOperator: times('operator'),
      elsewhere: times('elsewhere'),
      notAccepted: times('not accepted'),
    },
    verdicts: { genuine: marked('genuine'), falseAlarm: marked('false_alarm'), unmarked: marked(null) },
  };
}

async function report(query: Record<string, string>) {
  const read = await readReport(viewer, query);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

const inRange = (from: string, to: string, zone?: string) => (at: Date) =>
  dayOf(at, zone) >= from && dayOf(at, zone) <= to;

describe('a report', () => {
  test.each<[Step, string, string, string]>([
    ['day', '2026-03-01', '2026-03-31', 'UTC'],
    ['day', '2026-03-01', '2026-03-31', 'Pacific/Kiritimati'],
    ['week', '2026-02-11', '2026-05-20', 'America/St_Johns'],
    ['month', '2025-06-20', '2026-06-20', 'Africa/Johannesburg'],
  ])('by %s from %s to %s in %s says what counting by hand says', async (by, from, to, zone) => {
    const isIn = inRange(from, to, zone);
    const chosen = callouts.filter(({ raised_at }) => isIn(raised_at));
    const found = await report({ by, from, to, zone });
    expect(found.whole.callouts).toEqual(figuresOf(chosen));
    for (const row of found.rows) {
      const own = chosen.filter(({ raised_at }) => startOf(dayOf(raised_at, zone), by) === row.period.key);
      expect(row.callouts, row.period.key).toEqual(figuresOf(own));
    }
    expect(found.types.map(({ name }) => name)).toEqual(['Security response', 'Medical response', 'Unknown']);
    for (const { typeId, callouts: figures } of found.types) {
      expect(figures).toEqual(figuresOf(chosen.filter((each) => each.response_type_id === typeId)));
    }
  });

  test.each([
    ['2', 2],
    ['unknown', null],
    ['99', 99],
  ])('of type %s is of that type alone', async (type, typeId) => {
    const isIn = inRange('2025-07-01', '2026-06-15');
    const chosen = callouts.filter((each) => isIn(each.raised_at) && each.response_type_id === typeId);
    const found = await report({ type, by: 'month', from: '2025-07-01', to: '2026-06-15' });
    expect(found.whole.callouts).toEqual(figuresOf(chosen));
  });

  test('counts presses by what became of them, and times those that AURA has', async () => {
    const isIn = inRange('2025-07-01', '2026-06-15');
    const found = await report({ by: 'month', from: '2025-07-01', to: '2026-06-15' });
    const real = presses.filter((press) => press.kind === 'real' && isIn(press.received_at));
    const times = (state: string) => real.filter((press) => press.state === state).length;
    expect(found.whole.presses).toMatchObject({
      test: presses.filter((press) => press.kind === 'test' && isIn(press.received_at)).length,
      states: {
        delivered: times('delivered'),
        rejected: times('rejected'),
        expired: times('expired'),
        withdrawn: times('withdrawn'),
        recorded: times('recorded'),
      },
      precise: real.filter(isPrecise).length,
      toAura: spreadOf(
        real
          .filter(({ state }) => state === 'delivered')
          .map((press) => (press.settled_at?.getTime() ?? 0) - press.received_at.getTime()),
      ),
    });
    expect(times('delivered')).toBeGreaterThan(100);
    expect(times('rejected')).toBeGreaterThan(0);
    expect(real.filter(isPrecise).length).toBeGreaterThan(0);
    expect(real.every(isPrecise)).toBe(false);
  });

  test('has its periods also where nothing happened', async () => {
    const found = await report({ by: 'day', from: '2019-01-01', to: '2019-01-03' });
    expect(found.rows.map(({ period }) => period.key)).toEqual(['2019-01-01', '2019-01-02', '2019-01-03']);
    expect(found.whole.callouts).toEqual(figuresOf([]));
    expect(found.types).toEqual([]);
  });

  test('is shown while AURA is away, with the names that are known', async () => {
    await world.breakAura('any', 'status');
    expect((await report({ from: '2026-03-01', to: '2026-03-31' })).types[0]?.name).toBe('Security response');
    await world.restoreAura();
  });

  test.each([
    [{ from: 'yesterday' }, 'from'],
    [{ to: '1999-12-31' }, 'to'],
    [{ from: '2026-02-30' }, 'from'],
    [{ by: 'hour' }, 'by'],
    [{ type: '-1' }, 'type'],
    [{ from: '2026-01-01', to: '2028-01-01' }, 'to'],
    [{ from: '2026-01-01', to: '2026-06-30', by: 'day' }, 'by'],
  ])('refuses %o, and says which field', async (query, field) => {
    expect(await readReport(viewer, query)).toMatchObject({
      ok: false,
      code: 'input.invalid',
      fields: { [field]: expect.any(String) },
    });
  });

  test('takes what an empty form sends', async () => {
    expect(await report({ from: '', to: '', by: '', type: '' })).toMatchObject({ by: 'day' });
  });
});

describe('the file', () => {
  async function lines(query: Record<string, string>): Promise<string[][]> {
    const exported = await exportReport(viewer, query);
    if (!exported.ok) throw new Error(JSON.stringify(exported));
    let text = '';
    for await (const piece of exported.value.pieces) text += piece;
    return text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  }

  test('has a line for each period and one for each type in it, with the page’s figures', async () => {
    const query = { by: 'month', from: '2026-01-01', to: '2026-03-31' };
    const [headings = [], ...found] = await lines(query);
    const { rows } = await report(query);
    expect(found.map(([from, , , type]) => `${from} ${type}`)).toEqual(
      rows.flatMap(({ period }) =>
        ['All', 'Security response', 'Medical response', 'Unknown'].map((type) => `${period.from} ${type}`),
      ),
    );
    for (const line of found) expect(line).toHaveLength(headings.length);
    const [january] = rows;
    const cell = (name: string) => found[0]?.[headings.indexOf(name)];
    expect(cell('real callouts')).toBe(String(january?.callouts.real));
    for (const stage of timedStages) {
      const figures = january?.callouts.stages[stage];
      expect(cell(`raised to ${stage}: p90 s`)).toBe(String((figures?.p90Ms ?? 0) / 1_000));
      expect(cell(`raised to ${stage}: cases`)).toBe(String(figures?.cases));
    }
    expect(cell('delivered')).toBe(String(january?.presses.states.delivered));
  });

  test('takes the days of a year, which are too many for a page', async () => {
    expect(await lines({ by: 'day', from: '2025-06-16', to: '2026-06-15', type: '1' })).toHaveLength(366);
    expect(await exportReport(viewer, { from: '2025-01-01', to: '2026-06-15' })).toMatchObject({ ok: false });
  });
});
