import { postJson } from '#lib/platform/browser-fetch.ts';
import type { Report } from './model.ts';

const TIMEOUT_MS = 8_000;

/** `closed`: callout ended; `refused`: device may not report; `unreadable`: never accepted; `failed`: retry. */
export type Reported = 'taken' | 'closed' | 'refused' | 'unreadable' | 'failed';

const ANSWERS: Readonly<Record<number, Reported>> = {
  202: 'taken',
  410: 'closed',
  401: 'refused',
  403: 'refused',
  404: 'refused',
  400: 'unreadable',
  413: 'unreadable',
};

/** Sends a report. Never rejects. */
export async function postReport(calloutId: number, report: Report, bearer?: string): Promise<Reported> {
  try {
    const response = await postJson(`/api/callouts/${calloutId}/location`, report, {
      bearer,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // A proxy can refuse, too, such as during a deploy: only our own answer is final.
    const isOurs = response.ok || response.headers.get('content-type') === 'application/problem+json';
    return (isOurs && ANSWERS[response.status]) || 'failed';
  } catch {
    // No connection or a timeout: retry later.
    return 'failed';
  }
}
