import { readImport } from '#lib/customers/imports/read-import.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, readImport);
