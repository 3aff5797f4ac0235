import {
  type CalloutFigures,
  FEW_CASES,
  MAX_DAYS,
  type Period,
  type PressFigures,
  type Range,
  type ReportInput,
  type Spread,
  type Step,
} from './schema.ts';

// Periods of days, and derived figures. Pure; today is passed in.

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

export type RangeProblem = { from?: string; to?: string };

/** The range of days; by default the last 30. */
export function rangeOf({ from, to }: Pick<ReportInput, 'from' | 'to'>, today: string): Range | RangeProblem {
  // Only `from` is given: until today, or up to the maximum length.
  const end = to ?? (from && daysIn({ from, to: today }) > MAX_DAYS ? addDays(from, MAX_DAYS - 1) : today);
  const range = { from: from ?? addDays(end, 1 - DEFAULT_DAYS), to: end };
  if (range.from > range.to) return { to: 'Choose a day that is not before the first' };
  if (daysIn(range) > MAX_DAYS) return { to: `Choose at most ${MAX_DAYS} days` };
  return range;
}

export function isRange(range: Range | RangeProblem): range is Range {
  return range.from !== undefined && range.to !== undefined && /^\d{4}-/.test(range.to);
}

export function daysIn({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** First day of the calendar period; weeks begin on Monday. */
export function startOf(day: string, by: Step): string {
  switch (by) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 8)}01`;
  }
}

function nextStart(start: string, by: Step): string {
  if (by === 'day') return addDays(start, 1);
  if (by === 'week') return addDays(start, 7);
  return startOf(addDays(start, 31), 'month');
}

/** Every period of a range, including empty ones. */
export function periodsOf({ from, to }: Range, by: Step, today: string): Period[] {
  const periods: Period[] = [];
  for (let key = startOf(from, by); key <= to; key = nextStart(key, by)) {
    const last = addDays(nextStart(key, by), -1);
    periods.push({
      key,
      from: key < from ? from : key,
      to: last > to ? to : last,
      isWhole: key >= from && last <= to && last < today,
    });
  }
  return periods;
}

const NO_CASES: Spread = { cases: 0, p50Ms: null, p90Ms: null };

export function noCallouts(): CalloutFigures {
  return {
    real: 0,
    test: 0,
    stages: {
      owned: NO_CASES,
      dispatched: NO_CASES,
      arrived: NO_CASES,
      completed: NO_CASES,
      closed: NO_CASES,
    },
    cancelled: { byPerson: 0, byOperator: 0, elsewhere: 0, notAccepted: 0 },
    verdicts: { genuine: 0, falseAlarm: 0, unmarked: 0 },
  };
}

export function noPresses(): PressFigures {
  return {
    test: 0,
    states: { delivered: 0, rejected: 0, expired: 0, withdrawn: 0, recorded: 0 },
    precise: 0,
    toAura: NO_CASES,
  };
}

/** The share of real presses whose present position was known to 50 m or better; null without presses. */
export function preciseShare(presses: PressFigures): number | null {
  const all = pressesIn(presses);
  return all === 0 ? null : presses.precise / all;
}

/** Whether the sample is too small to mean much. */
export function isFew(cases: number): boolean {
  return cases > 0 && cases < FEW_CASES;
}

export function pressesIn({ states }: PressFigures): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}

/** Delivered presses as a share of those that were neither withdrawn nor are still being sent; null without any. */
export function deliveredShare({ states: { delivered, rejected, expired } }: PressFigures): number | null {
  const ended = delivered + rejected + expired;
  return ended === 0 ? null : delivered / ended;
}
