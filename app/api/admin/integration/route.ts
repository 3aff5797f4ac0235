import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';

/** How AURA and this deployment get on, to operators. */
export const GET = route(operator, readIntegration);
