import { z } from 'zod';

// What was measured of callouts and presses in a stretch of time, by period and response type.

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** What is timed, each from when the callout was raised. */
export const timedStages = ['owned', 'dispatched', 'arrived', 'completed', 'closed'] as const;
export type TimedStage = (typeof timedStages)[number];

export const MOST_DAYS = 366;
/** A page of more is no overview; the file takes them. */
export const MOST_SHOWN = 100;
/** Of fewer cases a median says little. */
export const FEW_CASES = 5;

const NO_DAY = 'Choose a day from 2000 on';
/** A field of a form that filters: left empty, it filters nothing. Later years do not fit the database's spelling. */
const day = z
  .union([z.literal('').transform(() => undefined), z.iso.date(NO_DAY).regex(/^2\d{3}-/, NO_DAY)], NO_DAY)
  .optional()
  .transform((value) => value);

const NO_TYPE = 'There is no such response type';

export const reportInput = z.object({
  /** Days in UTC, both included; left out, the last 30. */
  from: day,
  to: day,
  by: z
    .enum(steps, 'Choose days, weeks or months')
    .or(z.literal('').transform(() => 'day' as const))
    .default('day'),
  /** A response type's id at AURA, or those of which it is not known; empty for all. */
  type: z
    .union(
      [
        z.literal('').transform(() => undefined),
        z.literal('unknown'),
        z
          .string()
          .regex(/^[1-9]\d{0,8}$/)
          .transform(Number),
      ],
      NO_TYPE,
    )
    .optional()
    .transform((value) => value),
});
export type ReportInput = z.output<typeof reportInput>;
/** Undefined: of every type, also where it is not known. */
export type TypeFilter = ReportInput['type'];

/** Days in UTC, both included. */
export type Range = { from: string; to: string };

/** Lengths of time that were measured: how many, and the one that half and nine in ten of them do not exceed. */
export type Spread = { cases: number; p50Ms: number | null; p90Ms: number | null };

export type CalloutFigures = {
  real: number;
  test: number;
  /** Of real ones, as are all that follow. */
  stages: Record<TimedStage, Spread>;
  cancelled: { byPerson: number; byOperator: number; elsewhere: number; notAccepted: number };
  verdicts: { genuine: number; falseAlarm: number; unmarked: number };
};

export type PressFigures = {
  test: number;
  /** Real ones, by what became of them. */
  states: Record<'delivered' | 'rejected' | 'expired' | 'withdrawn' | 'recorded', number>;
  /** Of real ones, those whose present position was known to 50 m or better. */
  precise: number;
  /** From when a press was to be sent to when we had AURA's id for it. */
  toAura: Spread;
};

export type Period = Range & {
  /** The day that its calendar period begins with, which may be before the range. */
  key: string;
  /** Neither cut by the range nor still running. */
  isWhole: boolean;
};

export type ReportRow = { period: Period; callouts: CalloutFigures; presses: PressFigures };
export type TypeRow = { typeId: number | null; name: string; callouts: CalloutFigures };
export type ResponseType = { typeId: number | null; name: string };

export type Report = {
  asOf: string;
  range: Range;
  by: Step;
  type: TypeFilter;
  whole: { callouts: CalloutFigures; presses: PressFigures };
  rows: ReportRow[];
  /** The whole range, by response type. */
  types: TypeRow[];
  /** What can be filtered by. */
  choices: ResponseType[];
};
