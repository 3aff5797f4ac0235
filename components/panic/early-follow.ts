import { partOf } from '#lib/geo/reading.ts';
import { getJson } from '#lib/platform/browser-fetch.ts';

// Goes on with a press that the plain form sent, on the page that shows its receipt, until React is there or if it never
// comes. Part of the inline script: no React, no schema library.

const REPEAT_MS = 3_000;

/**
 * Asks for the state of the press whose receipt this page shows, until it is another than the one that is shown; then
 * opens its callout, or the page anew. Does nothing on other pages, or once `over` is aborted.
 */
export function followEarly(over: AbortSignal): void {
  const { dataset } = document.getElementById('open-press') ?? {};
  if (!dataset) return;
  const { press, state } = dataset;
  const timer = setInterval(async () => {
    if (over.aborted) return clearInterval(timer);
    try {
      const known: unknown = await (await getJson(`/api/panic/${press}`)).json();
      const now = partOf(known, 'state');
      if (over.aborted || !now || now === state) return;
      clearInterval(timer);
      const page = partOf(known, 'trackingUrl') ?? `/callouts/${partOf(known, 'calloutId')}`;
      window.location.assign(now === 'delivered' ? String(page) : window.location.href);
    } catch {
      // No connection, or no answer of ours: what is shown stays, and it is asked again.
    }
  }, REPEAT_MS);
}
