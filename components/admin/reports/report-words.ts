import { isFew } from '#lib/console/reports/model.ts';
import type { Period, Spread, Step, TimedStage } from '#lib/console/reports/schema.ts';
import { durationText } from '#lib/following/outcomes/model.ts';

// Texts of figures.

export const STAGE_WORDS: Record<TimedStage, string> = {
  owned: 'Owned',
  dispatched: 'Dispatched',
  arrived: 'Arrived',
  completed: 'Completed',
  closed: 'Closed',
};

export const STEP_WORDS: Record<Step, string> = { day: 'day', week: 'week', month: 'month' };

const counts = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
export const countText = (value: number): string => counts.format(value);
export const shareText = (share: number | null): string => (share === null ? '–' : shares.format(share));

/** A duration; short ones with tenths. */
export function tookText(ms: number): string {
  return ms < 10_000 ? `${(ms / 1_000).toFixed(1)} s` : durationText(ms);
}

/** A round duration on a scale. */
export function scaleText(ms: number): string {
  return tookText(ms)
    .replace(/ (0 s|0 min)$/, '')
    .replace(/\.0 s$/, ' s');
}

/** Short label of a period, beside those of its neighbours. */
export function periodLabel({ key, from }: Period, by: Step): string {
  return by === 'month' ? key.slice(0, 7) : from.slice(5);
}

/** Dates of a period, and whether it is complete; `today` of the report's zone. */
export function periodText({ key, from, to, isWhole }: Period, by: Step, today: string): string {
  const days = from === to ? from : `${from} – ${to}`;
  const name = by === 'month' && isWhole ? key.slice(0, 7) : days;
  if (isWhole) return name;
  return `${name} (${to >= today ? 'so far' : 'in part'})`;
}

/** "12 cases", with a warning for small samples. */
export function casesText(cases: number): string {
  if (cases === 0) return 'no cases';
  const words = `${countText(cases)} ${cases === 1 ? 'case' : 'cases'}`;
  return isFew(cases) ? `only ${words}` : words;
}

export function spreadText({ p50Ms, p90Ms, cases }: Spread): string {
  if (p50Ms === null || p90Ms === null) return 'no cases';
  return `p50 ${tookText(p50Ms)}, p90 ${tookText(p90Ms)}, ${casesText(cases)}`;
}

type Counted = { period: Period; value: number };

/** Total and peak of a series, for screen readers. */
export function countsInWords(what: string, points: readonly Counted[], by: Step): string {
  const all = points.reduce((sum, { value }) => sum + value, 0);
  const [most] = points.toSorted((one, other) => other.value - one.value);
  if (!most || all === 0) return `${what}: none.`;
  return `${what}: ${countText(all)} in all; most, ${countText(most.value)}, in the ${by} of ${most.period.from}.`;
}
