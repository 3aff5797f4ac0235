import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** The open callouts of the person whom the request proves. */
export const GET = route(async (request: Request) => {
  const presser = await presserFrom(request.headers);
  return presser.ok ? answer(request, await listOwnOpen(presser.value, {})) : problem(request, presser);
});
