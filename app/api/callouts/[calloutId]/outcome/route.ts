import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** A closed callout's outcome for its owner and operators; 404 for others. */
export const GET = route(calloutViewer, readOutcome);
