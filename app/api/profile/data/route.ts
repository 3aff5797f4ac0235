import { person } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { jsonFile } from '#lib/platform/http.ts';
import { exportOwnData } from '#lib/privacy/export-own-data.ts';

/** What Vigil keeps of the person, by what a confirmed code gave. */
export const GET = route(person, exportOwnData, {
  input: ({ query }) => query,
  respond: ({ pieces }) => jsonFile('vigil-my-data.json', pieces),
});
