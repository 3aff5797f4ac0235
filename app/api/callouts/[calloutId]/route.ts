import { readCallout } from '#lib/following/page/read-callout.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bearerIn } from '#lib/platform/http.ts';

/** A callout and its timeline, for its owner (session or press token) and operators; 404 for others. */
export const GET = route(calloutViewer, readCallout, { token: ({ request }) => bearerIn(request) });
