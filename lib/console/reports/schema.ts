import { z } from 'zod';
import { zoneField } from '#lib/platform/zone.ts';

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** Durations count from when the callout was raised. */
export const timedStages = ['owned', 'dispatched', 'arrived', 'completed', 'closed'] as const;
export type TimedStage = (typeof timedStages)[number];

export const MAX_DAYS = 366;
/** Limit of a page; the file has more. */
export const MAX_SHOWN = 100;
/** Smaller samples are marked. */
export const FEW_CASES = 5;

const NO_DAY = 'Choose a day from 2000 on';
/** Field of a filter form; empty means no filter. Later years do not fit the database's format. */
const day = z
  .union([z.literal('').transform(() => undefined), z.iso.date(NO_DAY).regex(/^2\d{3}-/, NO_DAY)], NO_DAY)
  .optional()
  .transform((value) => value);

const NO_TYPE = 'There is no such response type';

export const reportInput = z.object({
  /** Days of the zone, both inclusive; by default the last 30. */
  from: day,
  to: day,
  zone: zoneField,
  by: z
    .enum(steps, 'Choose days, weeks or months')
    .or(z.literal('').transform(() => 'day' as const))
    .default('day'),
  /** A response type's id at AURA, or the unknown one; empty for all. */
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
/** Undefined: all types. */
export type TypeFilter = ReportInput['type'];

/** Days of the report's zone, both inclusive. */
export type Range = { from: string; to: string };

/** Sample size, median and 90th percentile. */
export type Spread = { cases: number; p50Ms: number | null; p90Ms: number | null };

export type CalloutFigures = {
  real: number;
  test: number;
  /** Real ones, as all below. */
  stages: Record<TimedStage, Spread>;
  cancelled: { byPerson: number; byOperator: number; elsewhere: number; notAccepted: number };
  verdicts: { genuine: number; falseAlarm: number; unmarked: number };
};

export type PressFigures = {
  test: number;
  /** Real ones by state. */
  states: Record<'delivered' | 'rejected' | 'expired' | 'withdrawn' | 'recorded', number>;
  /** Of real ones, those whose present position was known to 50 m or better. */
  precise: number;
  /** From when a press was to be sent to AURA's callout id. */
  toAura: Spread;
};

export type Period = Range & {
  /** First day of the calendar period; may be before the range. */
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
  /** Of its days. */
  zone: string;
  today: string;
  by: Step;
  type: TypeFilter;
  whole: { callouts: CalloutFigures; presses: PressFigures };
  rows: ReportRow[];
  types: TypeRow[];
  /** For the filter form. */
  choices: ResponseType[];
};
