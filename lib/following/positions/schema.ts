import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { type DroppedPart, isSaid, readInstant, readSentFix } from '#lib/geo/reading.ts';
import type { SentLocation } from '#lib/geo/schema.ts';
import { type PauseReason, pauseReasons } from '#lib/vocabulary.ts';

/** Fixes that one request may carry: what a device keeps while it has no connection. */
export const FIXES_AT_MOST = 100;

/** What a device says of its position, as it sends it. */
export type Report = {
  fixes: Omit<SentLocation, 'source'>[];
  /** The device's clock when it sent this, by which its other times are put right. */
  sentAt?: string;
  device?: string;
  paused?: PauseReason;
};

/**
 * The same as a request brings it: what is usable of it. It is refused where nothing is, neither a fix nor a reason
 * for having none; `dropped` names the parts that were not.
 */
export const reportInput = z
  .looseObject({
    fixes: z.array(z.unknown()).max(FIXES_AT_MOST, `At most ${FIXES_AT_MOST} at once`),
    calloutId: calloutIdField,
  })
  .transform(({ fixes, calloutId, ...said }, context) => {
    const dropped: (DroppedPart | 'sent_at')[] = [];
    const drop = (part: DroppedPart | 'sent_at') => void dropped.push(part);
    const read = fixes.map((fix) => readSentFix(fix, drop)).filter((fix) => fix !== undefined);
    const paused = pauseReasons.find((reason) => reason === said.paused) ?? null;
    const sentAt = readInstant(said.sentAt);
    if (sentAt === null && isSaid(said.sentAt)) drop('sent_at');
    const device = DEVICE_NAME.safeParse(said.device).data ?? null;
    if (read.length === 0 && paused === null) {
      context.addIssue({ code: 'custom', message: 'Send a fix on Earth, or why there is none' });
    }
    return { calloutId, fixes: read, paused, sentAt, device, dropped };
  });

const DEVICE_NAME = z.string().regex(/^[\w-]{1,64}$/);

/** A body in the shape of a report: one fix stands for a list of one. */
export function toReport(body: unknown): object {
  const isList = typeof body === 'object' && body !== null && ('fixes' in body || 'paused' in body);
  return isList ? { fixes: [], ...body } : { fixes: [body] };
}
