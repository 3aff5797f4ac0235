import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { type DroppedPart, isPresent, readInstant, readSentFix } from '#lib/geo/reading.ts';
import { pauseReasons } from '#lib/vocabulary.ts';
import { MAX_FIXES } from './model.ts';

/** A parsed report: unusable parts are named in `dropped`. Refused with neither fix nor pause reason. */
export const reportInput = z
  .looseObject({
    fixes: z.array(z.unknown()).max(MAX_FIXES, `At most ${MAX_FIXES} at once`),
    calloutId: calloutIdField,
  })
  .transform(({ fixes, calloutId, ...report }, context) => {
    const dropped: (DroppedPart | 'sent_at')[] = [];
    const drop = (part: DroppedPart | 'sent_at') => void dropped.push(part);
    const read = fixes.map((fix) => readSentFix(fix, drop)).filter((fix) => fix !== undefined);
    const paused = pauseReasons.find((reason) => reason === report.paused) ?? null;
    const sentAt = readInstant(report.sentAt);
    if (sentAt === null && isPresent(report.sentAt)) drop('sent_at');
    const device = DEVICE_NAME.safeParse(report.device).data ?? null;
    if (read.length === 0 && paused === null) {
      context.addIssue({ code: 'custom', message: 'Send a fix on Earth, or why there is none' });
    }
    return { calloutId, fixes: read, paused, sentAt, device, dropped };
  });

const DEVICE_NAME = z.string().regex(/^[\w-]{1,64}$/);

/** Also accepts one fix instead of a list. */
export function toReport(body: unknown): object {
  const isList = typeof body === 'object' && body !== null && ('fixes' in body || 'paused' in body);
  return isList ? { fixes: [], ...body } : { fixes: [body] };
}
