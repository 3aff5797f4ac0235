import { readReport } from '#lib/console/reports/read-report.ts';
import { reader } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** The figures of a range, by the report's filter fields: for operators, and for programs by their keys. */
export const GET = route(reader, readReport, { input: ({ query }) => query });
