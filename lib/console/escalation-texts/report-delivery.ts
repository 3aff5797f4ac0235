import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { noteContactReport } from '#lib/following/sharing/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { readStatus } from './model.ts';
import { deliveryReport, readableReport } from './schema.ts';
import { noteReport } from './store.ts';

/** Takes a gateway's report. One of an unknown text, a second one and a late one change nothing; the answer is the same. */
export const reportDelivery = verb('text.report_delivery', deliveryReport, async (_actor, report) => {
  const read = readableReport.safeParse(report);
  const reported = read.success ? readStatus(read.data.status) : 'under_way';
  if (read.success && reported !== 'under_way') {
    await noteReport(read.data.id, reported);
    await noteContactReport(read.data.id, reported);
  }
  return ok({ accepted: true } as const);
});
