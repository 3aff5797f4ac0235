import { readCoverage } from '#lib/coverage/read-coverage.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, readCoverage);
