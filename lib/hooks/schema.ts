import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { shownNameField } from '#lib/operators/schema.ts';
import type { HookEventType, HookProblem, HookState } from '#lib/vocabulary.ts';

const nameField = shownNameField('Type a name', { most: 80, tooLong: 'This is too long' });
const urlField = z.string('Type an address').trim().min(1, 'Type an address').max(2_000, 'This is too long');

export const endpointIdField = z.uuid();

export const createHookInput = z.object({ name: nameField, url: urlField });
export const editHookInput = z.object({ endpointId: endpointIdField, name: nameField, url: urlField });
export const switchHookInput = z.object({ endpointId: endpointIdField, to: z.enum(['on', 'off']) });
export const replaySinceInput = z.object({
  endpointId: endpointIdField,
  since: z
    .string('Choose since when')
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, 'Choose since when')
    // A form has no zone: UTC, as its label says.
    .transform((text) => new Date(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`))
    .refine((at) => !Number.isNaN(at.getTime()), 'Choose since when'),
});

export type HookRow = {
  endpointId: string;
  name: string;
  /** Null: no listed key of ours opens it. */
  url: string | null;
  createdAt: string;
  switchedOffAt: string | null;
  /** Until when the secret before the present one signs as well. */
  previousUntil: string | null;
  waiting: number;
  failed: number;
  lastDeliveredAt: string | null;
};

export type HookDeliveryRow = {
  deliveryId: string;
  endpointName: string;
  type: HookEventType;
  calloutId: number | null;
  pressId: string | null;
  about: string;
  at: string;
  state: HookState;
  attempts: number;
  problem: HookProblem | null;
  status: number | null;
};

export type HookList = { asOf: string; endpoints: HookRow[]; troubled: HookDeliveryRow[] };

export type HookForm = {
  name: string;
  url: string;
  problem: Refusal | null;
  /** Shown once. */
  secret: string | null;
};

export type RotateForm = { problem: Refusal | null; secret: string | null };

export type ReplaySinceForm = { problem: Refusal | null; replayed: number | null };
