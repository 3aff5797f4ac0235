import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** What is known of a callout after its close, to its owner and to operators; 404 to anybody else. */
export const GET = route(calloutViewer, readOutcome);
