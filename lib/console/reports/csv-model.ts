import { deliveredShare, pressesIn } from './model.ts';
import { type CalloutFigures, type Period, type PressFigures, type Spread, timedStages } from './schema.ts';

// Durations are in seconds; not measured is empty. Pure.

type Cell = string | number | null;

export const csvHeadings = (zone: string): readonly string[] => [
  `from (${zone})`,
  `to (${zone})`,
  'whole period',
  'response type',
  'real callouts',
  'test callouts',
  ...timedStages.flatMap((stage) => [
    `raised to ${stage}: cases`,
    `raised to ${stage}: not observed`,
    `raised to ${stage}: p50 s`,
    `raised to ${stage}: p90 s`,
  ]),
  'cancelled by the person',
  'cancelled by an operator',
  'cancelled elsewhere',
  'cancellation not confirmed',
  'false alarms',
  'genuine',
  'not marked',
  'real presses',
  'test presses',
  'delivered',
  'rejected',
  'expired',
  'cancelled before AURA had it',
  'on their way',
  'share delivered',
  'press to AURA’s id: p50 s',
  'press to AURA’s id: p90 s',
  'location of 50 m or better',
];

/** One line. Presses have no response type before delivery: only the line of all types has them. */
export function csvCells(
  { from, to, isWhole }: Period,
  typeName: string,
  callouts: CalloutFigures,
  presses: PressFigures | null,
): Cell[] {
  const { real, test, stages, cancelled, verdicts } = callouts;
  return [
    from,
    to,
    isWhole ? 'yes' : 'no',
    typeName,
    real,
    test,
    ...timedStages.flatMap((stage) => [
      stages[stage].cases,
      real - stages[stage].cases,
      ...spreadCells(stages[stage]),
    ]),
    cancelled.byPerson,
    cancelled.byOperator,
    cancelled.elsewhere,
    cancelled.notAccepted,
    verdicts.falseAlarm,
    verdicts.genuine,
    verdicts.unmarked,
    ...pressCells(presses),
  ];
}

function pressCells(presses: PressFigures | null): Cell[] {
  if (!presses) return Array.from({ length: 11 }, () => null);
  const { test, states, precise, toAura } = presses;
  const share = deliveredShare(presses);
  return [
    pressesIn(presses),
    test,
    states.delivered,
    states.rejected,
    states.expired,
    states.withdrawn,
    states.recorded,
    share === null ? null : Number(share.toFixed(4)),
    ...spreadCells(toAura),
    precise,
  ];
}

function spreadCells({ p50Ms, p90Ms }: Spread): Cell[] {
  return [p50Ms, p90Ms].map((ms) => (ms === null ? null : ms / 1_000));
}
