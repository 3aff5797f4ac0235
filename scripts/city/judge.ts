import { type Chapter, type Figure, figure, mustBeZero, percentile } from '../chaos/report.ts';
import type { Truth } from '../chaos/truth.ts';
import type { CityPress } from './phone.ts';
import type { Growth } from './usage.ts';

export type CityPlan = { readonly presses: number; readonly seconds: number; readonly seed: number };

const SHARES = [0.5, 0.95, 0.99] as const;

/** Milliseconds from the end of the grace until AURA had a press; null of one that it does not have. */
function deliveryMs({ pressId, answers }: CityPress, { rows, callouts }: Truth): number | null {
  const calloutId = rows.get(pressId)?.calloutId;
  const callout = typeof calloutId === 'number' ? callouts.get(calloutId) : undefined;
  const sendsAtMs = answers.find((answer) => answer.sendsAtMs !== null)?.sendsAtMs;
  return callout && sendsAtMs ? callout.createdAtMs - sendsAtMs : null;
}

/** Customers with more than one callout at AURA. */
function doubled(presses: readonly CityPress[], { callouts }: Truth): number {
  const counts = new Map<number, number>();
  for (const { customerId } of callouts.values()) counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
  return presses.filter(({ person }) => (counts.get(person.customerId) ?? 0) > 1).length;
}

export function judgeCity(
  { presses: planned, seconds }: CityPlan,
  presses: readonly CityPress[],
  truth: Truth,
  growth: Growth,
  tookMs: number,
): Chapter[] {
  const receipts = presses.flatMap(({ firstMs }) => (firstMs === null ? [] : [firstMs]));
  const deliveries = presses.flatMap((press) => deliveryMs(press, truth) ?? []);
  const inMs = (values: readonly number[]) =>
    [...SHARES.map((share) => percentile(values, share)), Math.max(...values)]
      .map((ms) => ms.toFixed(0))
      .join(', ');
  const problems = new Map<string, number>();
  for (const what of presses.flatMap((press) => press.problems))
    problems.set(what, (problems.get(what) ?? 0) + 1);
  const { app, worker, database } = growth.cpuMs;
  const each = (value: number) => (value / presses.length).toFixed(1);
  const cores = (app + worker + database) / tookMs;
  const told = [...problems].map(([what, times]) => `${what}: ${times}`).join(', ');
  return [
    {
      title: `${planned} presses in ${seconds} s`,
      figures: [
        figure('the first receipt after p50, p95, p99, at most, in ms', inMs(receipts)),
        figure('at AURA after the grace’s end: p50, p95, p99, at most, in ms', inMs(deliveries)),
        mustBeZero('presses that AURA does not have', presses.length - deliveries.length),
        mustBeZero('presses without a receipt', presses.length - receipts.length),
        mustBeZero('people with two callouts', doubled(presses, truth)),
        figure('requests without an answer', told || '0'),
        figure(
          'processor ms a press, with its callout to the end (app, worker, PostgreSQL)',
          `${each(app + worker + database)} (${each(app)}, ${each(worker)}, ${each(database)})`,
        ),
        figure(
          'cores busy with it, until all was worked off',
          `${cores.toFixed(2)} for ${(tookMs / 1_000).toFixed(0)} s`,
        ),
        figure('commits a press', each(growth.commits)),
        figure('write-ahead log a press, in KB', each(growth.walBytes / 1_000)),
      ],
    },
    { title: 'What it left in the database', figures: left(growth, presses.length) },
  ];
}

function left({ tables }: Growth, presses: number): Figure[] {
  const grown = [...tables].filter(([, { rows }]) => rows >= presses / 10);
  const bytes = (one: { tableBytes: number; indexBytes: number }) => one.tableBytes + one.indexBytes;
  const all = [...tables.values()].reduce((sum, one) => sum + bytes(one), 0);
  return [
    ...grown
      .toSorted(([, one], [, other]) => bytes(other) - bytes(one))
      .map(([name, size]) =>
        figure(
          `${name}: rows a press; bytes a row, of them indexes`,
          `${(size.rows / presses).toFixed(1)}; ${(bytes(size) / size.rows).toFixed(0)}, ${(size.indexBytes / size.rows).toFixed(0)}`,
        ),
      ),
    figure('all tables: KB a press', (all / presses / 1_000).toFixed(1)),
  ];
}
