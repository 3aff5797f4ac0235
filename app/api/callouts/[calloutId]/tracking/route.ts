import { openTracking } from '#lib/following/page/open-tracking.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { json } from '#lib/platform/http.ts';

/** How AURA's page of a callout may be shown now, without its address: asked by the page that frames it. */
export const GET = route(calloutViewer, openTracking, {
  input: ({ params }) => ({ ...params, isFresh: true }),
  respond: (tracking) => json({ as: tracking && tracking !== 'cannot_be_opened' ? tracking.as : null }),
});
