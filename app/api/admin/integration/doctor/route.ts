import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { runDoctor } from '#lib/integration/run-doctor.ts';
import { jsonLines } from '#lib/platform/http.ts';

/** Read-only doctor run; streams findings as NDJSON. */
export const POST = route(operator, runDoctor, { respond: ({ findings }) => jsonLines(findings) });
