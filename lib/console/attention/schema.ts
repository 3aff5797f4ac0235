import { z } from 'zod';
import { placeSchema } from '#lib/callouts/answers.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { alertKinds, kinds, pauseReasons, pressProblems, sendings, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const severities = ['red', 'yellow', 'green'] as const;
/** ISO 22324: danger, caution, and what endangers nobody. */
export type Severity = (typeof severities)[number];

export const listAttentionInput = z.object({
  /** `real` omits TEST presses. */
  kind: z.enum(['all', 'real']).default('all'),
  /** `screen`: what a screen holds without scrolling; `all`: without a limit; `none`: counts only. */
  shown: z.enum(['screen', 'first', 'all', 'none']).default('first'),
  whose: z.enum(['all', 'mine', 'unassigned']).default('all'),
  /** This callout’s row, whatever is shown. */
  callout: calloutIdField.optional(),
});

export type ListAttention = z.input<typeof listAttentionInput>;
export type Whose = z.output<typeof listAttentionInput>['whose'];

/** A press that AURA does not have, as operators see it. */
export const undeliveredPressSchema = z.object({
  pressId: z.string(),
  kind: z.enum(kinds),
  state: z.enum(['recorded', 'rejected', 'expired']),
  problem: z.nullable(z.enum(pressProblems)),
  sending: z.enum(sendings),
  withdrawRequestedAt: z.nullable(z.iso.datetime()),
  attempts: z.int(),
  receivedAt: z.iso.datetime(),
  person: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
  /** AURA's customer id. */
  customerId: z.nullable(z.int()),
  /** The kind of help that was chosen; null: the default. */
  responseTypeId: z.nullable(z.int()).default(null),
  place: z.nullable(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: z.nullable(z.number()),
      measuredAt: z.nullable(z.iso.datetime()),
    }),
  ),
  /** Later presses of the same person in the same state: one alarm, acknowledged as a whole. */
  repeats: z.array(z.string()).default([]),
  /** When the newest of them came: by that it has its place in the queue. */
  newestAt: z.iso.datetime(),
  /** Who acknowledged it; null before that. */
  acknowledged: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
});
export type UndeliveredPress = z.output<typeof undeliveredPressSchema>;

/** A row with its needs as they were shown: what arose since is not covered. */
export const rowKeyInput = z.object({
  /** A press's or callout's id; empty for the whole deployment. */
  subject: z.string().max(40),
  needs: z
    .array(z.object({ kind: z.enum(alertKinds), since: instant.transform((text) => new Date(text)) }))
    .min(1)
    .max(alertKinds.length),
});

export const assignInput = rowKeyInput.extend({ operatorId: z.string().min(1).max(100) });

export const MIN_REASON_LENGTH = 3;
export const MAX_REASON_LENGTH = 200;
/** A bad night of a large deployment. */
const MOST_AT_ONCE = 2_000;

export const acknowledgeManyInput = z.object({
  rows: z.array(rowKeyInput).min(1).max(MOST_AT_ONCE),
  reason: z
    .string()
    .trim()
    .min(MIN_REASON_LENGTH, 'Type a reason')
    .max(MAX_REASON_LENGTH, 'This is too long'),
});

/** Whom an alert can be given to. */
export type Assignee = { operatorId: string; name: string; isMe: boolean };

const takenSchema = z.object({
  by: z.string(),
  at: instant,
  isMine: z.boolean(),
});
export type Taken = z.output<typeof takenSchema>;

/** Whose it is to acknowledge, and who decided that. */
const assignedSchema = z.object({ to: z.string(), by: z.string(), at: instant, isMine: z.boolean() });
export type Assigned = z.output<typeof assignedSchema>;

const needSchema = z.object({
  kind: z.enum(alertKinds),
  since: instant,
  acknowledged: takenSchema.nullable(),
  assigned: assignedSchema.nullable(),
  /** Waits again: nothing was done in time, or the operator released it. */
  returned: z.object({ why: z.enum(['lapsed', 'released']), by: z.string() }).nullable(),
  /** When it was last escalated, the attempts that reached not everybody since all were reached, and when that was. */
  escalation: z.object({ at: instant, failures: z.number().int(), sentAt: instant.nullable() }).nullable(),
});
export type Need = z.output<typeof needSchema>;

const { from: _, ...shownPlace } = placeSchema.shape;

/** All that needs attention about one callout, or one undelivered press. */
const rowSchema = z.object({
  subject: z.string(),
  severity: z.enum(severities),
  isTest: z.boolean(),
  /** Whether a need is not acknowledged. */
  isWaiting: z.boolean(),
  /** Most urgent first. */
  needs: z.array(needSchema).min(1),
  /** When the press came, or the callout was raised. */
  beganAt: instant,
  person: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
  /** AURA's customer id. */
  customerId: z.number().int().nullable(),
  place: z.object(shownPlace).nullable(),
  /** AURA's address text, where there is one. */
  address: z.string().nullable(),
  /** The kind of help, by AURA's name; null where it is not known. */
  help: z.string().nullable().default(null),
  callout: z
    .object({
      calloutId: z.number().int(),
      stage: z.enum(stages),
      /** The device's reason; null when its reports just stopped. */
      pauseReason: z.enum(pauseReasons).nullable(),
    })
    .nullable(),
  press: z.nullable(undeliveredPressSchema),
  /** The latest acknowledgement. */
  acknowledged: takenSchema.nullable(),
  /** Of what waits, to whom the latest was assigned. */
  assigned: assignedSchema.nullable(),
});
export type AttentionRow = z.output<typeof rowSchema>;

const severityCount = z.object({ severity: z.enum(severities), count: z.number().int() });

export const attentionSchema = z.object({
  asOf: instant,
  /** Most urgent first, acknowledged ones last. */
  rows: z.array(rowSchema),
  /** The row of the callout that was asked for; null when nothing about it needs attention. */
  own: rowSchema.nullable(),
  /** Rows beyond the limit, by severity. */
  more: z.array(severityCount),
  /** Rows that wait, by their most urgent need. */
  counts: z.array(
    z.object({ kind: z.enum(alertKinds), severity: z.enum(severities), count: z.number().int() }),
  ),
  /** How many rows wait, and all; the whole deployment's alert is a row. */
  waiting: z.number().int(),
  total: z.number().int(),
  /** How many rows the asking operator has, or has to acknowledge. */
  mine: z.number().int(),
  /** The newest row of the worst severity that waits. */
  newest: z
    .object({
      subject: z.string(),
      calloutId: z.number().int().nullable(),
      kind: z.enum(alertKinds),
      severity: z.enum(severities),
      beganAt: instant,
      person: z.string(),
    })
    .nullable(),
  /** AURA is not reached: it does not answer, or the poller does not ask. */
  silence: needSchema.extend({ why: z.enum(['no_answer', 'not_asked']) }).nullable(),
  /** Null: escalation is off. */
  escalatesAfterMinutes: z.number().nullable(),
  /** When the codes of an hour (SMS_CODES_PER_HOUR) were used up, while that lasts. */
  codesUsedUpAt: instant.nullable(),
});
export type Attention = z.output<typeof attentionSchema>;
