import type { Report } from './schema.ts';

const TIMEOUT_MS = 8_000;

/**
 * What became of a report. `closed`: the callout has ended. `refused`: this device may not send any. `unreadable`:
 * these fixes will never be taken. `failed`: nobody took it; it may go again.
 */
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

/** Sends what this device knows of its position. Never rejects. */
export async function postReport(calloutId: number, report: Report, bearer?: string): Promise<Reported> {
  try {
    const response = await fetch(`/api/callouts/${calloutId}/location`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body: JSON.stringify(report),
      cache: 'no-store',
      // The last word of a page that is being left goes out, too.
      keepalive: true,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Something in between, such as a proxy during a deploy, also refuses: only our own word ends it.
    const isOurs = response.ok || response.headers.get('content-type') === 'application/problem+json';
    return (isOurs && ANSWERS[response.status]) || 'failed';
  } catch {
    // No connection and no answer in time are the same to a fix: it waits.
    return 'failed';
  }
}
