import { readCallout } from '#lib/following/page/read-callout.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bearerIn } from '#lib/platform/http.ts';

/** A callout and its timeline, to its owner, by session or press token, and to operators; 404 to anybody else. */
export const GET = route(calloutViewer, readCallout, { token: ({ request }) => bearerIn(request) });
