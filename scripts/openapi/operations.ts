import { z } from 'zod';
import { calloutSchema } from '#lib/callouts/answers.ts';
import { errorCodes } from '#lib/errors/errors.ts';
import type { SentLocation } from '#lib/geo/schema.ts';
import { receiptSchema } from '#lib/panic/core/schema.ts';
import { pressIdField, type RaisePressInput } from '#lib/panic/schema.ts';
import { fixSources, kinds, pauseReasons } from '#lib/vocabulary.ts';
import type { Answer, Operation } from './operation.ts';
import { READERS } from './reader-operations.ts';

// The stable routes, as docs/openapi.json describes them. What is answered is the schemas that pages read answers by; what
// is sent is what a device should send: the routes themselves take less (`readPressParts`).

/** RFC 9457. */
export const problemSchema = z.object({
  code: z.enum(errorCodes).describe('What is wrong. For programs; stable.'),
  title: z.string(),
  detail: z.string().describe('What happened, what is safe, what to do.'),
  status: z.int(),
  requestId: z.string(),
  fields: z.record(z.string(), z.string()).optional().describe('By field, what is wrong with it.'),
});

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const location: z.ZodType<SentLocation> = z.object({
  latitude,
  longitude,
  accuracy: z.number().min(0).nullable().describe('Metres.'),
  fixedAt: z.iso.datetime(),
  source: z.enum(fixSources),
});

const press: z.ZodType<RaisePressInput> = z.object({
  pressId: pressIdField.describe('Made by the device for this press: the idempotency key.'),
  pressedAt: z.iso.datetime().describe('By the clock of the device.'),
  kind: z.enum(kinds).exactOptional(),
  location: location.exactOptional(),
  responseTypeId: z.int().exactOptional().describe('The kind of help, as AURA numbers it.'),
  sentAt: z.iso.datetime().exactOptional(),
  graceSeconds: z.int().min(0).max(30).exactOptional().describe('Absent or 0: sent at once.'),
});

const fix = z.object({
  latitude,
  longitude,
  accuracy: z.number().min(0).nullable(),
  fixedAt: z.iso.datetime(),
});
const report = z.object({
  fixes: z.array(fix).max(100),
  paused: z.enum(pauseReasons).optional(),
  sentAt: z.iso.datetime().optional(),
});

const receipt: Answer = { description: 'The receipt.', schema: receiptSchema };
const byForm: Answer = { description: 'A plain form: where the truth is shown.' };
const accepted: Answer = {
  description: 'Taken.',
  schema: z.object({ accepted: z.literal(true) }),
};

const PRESS: readonly Operation[] = [
  {
    ...{ method: 'POST', path: '/api/panic', id: 'raisePress', token: 'press', body: press },
    summary: 'Raises a press. Repeat it with the same `pressId` until it is answered.',
    answers: {
      200: { description: 'A repeat: how the press stands.', schema: receiptSchema },
      201: {
        description: 'Delivered.',
        schema: z.object({
          pressId: z.string(),
          state: z.literal('delivered'),
          calloutId: z.int(),
          trackingUrl: z.url().optional(),
        }),
      },
      202: {
        description: 'Recorded and still being sent, or held for its grace.',
        schema: z.union([
          z.object({
            pressId: z.string(),
            state: z.literal('recorded'),
            afterSafe: z.literal(true).optional(),
          }),
          z.object({ pressId: z.string(), state: z.literal('held'), sendsAt: z.iso.datetime() }),
        ]),
      },
      303: byForm,
    },
  },
  {
    ...{ method: 'GET', path: '/api/panic/{pressId}', id: 'readReceipt', token: 'press' },
    summary: 'How a press stands.',
    answers: { 200: receipt },
  },
  {
    ...{ method: 'POST', path: '/api/panic/{pressId}/send', id: 'sendNow', token: 'press' },
    summary: 'Ends the grace of a held press.',
    answers: { 200: receipt },
  },
  {
    ...{ method: 'POST', path: '/api/panic/{pressId}/withdraw', id: 'withdrawPress', token: 'press' },
    summary: 'Takes a press back.',
    answers: { 200: receipt, 303: byForm },
  },
];

const CALLOUT: readonly Operation[] = [
  {
    ...{ method: 'GET', path: '/api/callouts/{calloutId}', id: 'readCallout', token: ['press', 'key'] },
    summary: 'A callout and its timeline, for its person, for operators, and for keys with `callouts:read`.',
    answers: { 200: { description: 'The callout.', schema: calloutSchema } },
  },
  {
    ...{ method: 'POST', path: '/api/callouts/{calloutId}/location', id: 'reportLocation', token: 'press' },
    summary: 'Positions of the person during an open callout: one, or those since the last report.',
    body: z.union([fix, report]),
    answers: {
      202: { description: 'Kept.', schema: z.object({ calloutId: z.int(), kept: z.int() }) },
    },
  },
  {
    ...{ method: 'POST', path: '/api/callouts/{calloutId}/cancel', id: 'sayThatSafe', token: 'press' },
    summary: 'The person says that they are safe.',
    body: z.object({ safeCode: z.string().max(100).optional() }),
    answers: {
      202: {
        description: 'The same for a right code, a wrong one and none.',
        schema: z.object({ calloutId: z.int(), asked: z.literal(true) }),
      },
      303: byForm,
    },
  },
];

const WEBHOOKS: readonly Operation[] = [
  {
    ...{ method: 'POST', path: '/api/webhooks/aura', id: 'receiveEvent', token: 'aura' },
    summary: 'An event of AURA’s, at most 256 KiB, kept as it came and worked off later.',
    body: z.looseObject({}),
    answers: { 202: { description: 'Kept.', schema: z.looseObject({}) } },
  },
  {
    ...{ method: 'POST', path: '/api/webhooks/sms', id: 'reportText', token: 'sms' },
    summary: 'The text gateway says whether a text was delivered.',
    body: z.object({ id: z.union([z.string(), z.number()]), status: z.union([z.string(), z.number()]) }),
    answers: { 202: accepted },
  },
  {
    ...{ method: 'POST', path: '/api/webhooks/sms-in', id: 'receiveText', token: 'sms' },
    summary: 'A text to the press number.',
    body: z.object({ from: z.string(), body: z.string(), receivedAt: z.iso.datetime() }),
    answers: { 202: accepted },
  },
];

const journal = z.int().optional().describe('Presses that wait on this machine; with METRICS_TOKEN only.');

const HEALTH: readonly Operation[] = [
  {
    ...{ method: 'GET', path: '/api/health/live', id: 'isLive', token: null },
    summary: 'The process answers.',
    answers: { 200: { description: 'It does.', schema: z.object({ status: z.literal('live') }) } },
  },
  {
    ...{ method: 'GET', path: '/api/health/ready', id: 'isReady', token: null },
    summary: 'Presses can be recorded.',
    answers: {
      200: { description: 'They can.', schema: z.object({ status: z.literal('ready'), journal }) },
      503: {
        description: 'They cannot, with the reasons.',
        schema: z.object({ status: z.literal('not ready'), reasons: z.array(z.string()), journal }),
      },
    },
  },
  {
    ...{ method: 'GET', path: '/api/metrics', id: 'readMetrics', token: 'metrics' },
    summary: 'Prometheus text, or OpenMetrics to who asks for it.',
    answers: { 200: { description: 'The metrics, as text.', schema: null } },
  },
];

/** Every stable route. */
export const OPERATIONS: readonly Operation[] = [...PRESS, ...CALLOUT, ...READERS, ...WEBHOOKS, ...HEALTH];
