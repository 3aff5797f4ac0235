import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { runWritingDoctor } from '#lib/integration/run-writing-doctor.ts';
import { bodyUpTo, jsonLines } from '#lib/platform/http.ts';

/** Doctor run with one TEST callout, after confirmation; streams findings as NDJSON. */
export const POST = route(operator, runWritingDoctor, {
  body: bodyUpTo(1_024),
  input: ({ body }) => body.body,
  respond: ({ findings }) => jsonLines(findings),
});
