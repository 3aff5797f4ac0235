import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { runDoctor } from '#lib/integration/run-doctor.ts';
import { jsonLines } from '#lib/platform/http.ts';

/** Runs the doctor that changes nothing at AURA: one finding a line, as it comes. */
export const POST = route(operator, runDoctor, { respond: ({ findings }) => jsonLines(findings) });
