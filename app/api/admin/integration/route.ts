import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';

export const GET = route(operator, readIntegration);
