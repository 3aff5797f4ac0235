import { openTracking } from '#lib/following/page/open-tracking.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { json } from '#lib/platform/http.ts';

/** Whether AURA's page may be framed now; without its URL. Polled by the framing page. */
export const GET = route(calloutViewer, openTracking, {
  input: ({ params }) => ({ ...params, isFresh: true }),
  respond: (tracking) => json({ as: tracking && tracking !== 'cannot_be_opened' ? tracking.as : null }),
});
