import { readErrorFile } from '#lib/customers/imports/read-error-file.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { csvFile } from '#lib/platform/http.ts';

export const GET = route(operator, readErrorFile, {
  respond: ({ csv }) => csvFile('import-errors.csv', csv),
});
