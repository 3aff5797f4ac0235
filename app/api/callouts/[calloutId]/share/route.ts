import type { ErrorCode } from '#lib/errors/errors.ts';
import { refuse } from '#lib/errors/result.ts';
import { createShareLink } from '#lib/following/sharing/create-share-link.ts';
import { readShareLinks } from '#lib/following/sharing/read-share-links.ts';
import { revokeShareLinks } from '#lib/following/sharing/revoke-share-links.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import type { Verb } from '#lib/identity/verb.ts';
import { answer, isCrossSite, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** For the owner of the callout alone. */
async function asOwner<Value>(
  request: Request,
  { params }: Context,
  verb: Verb<Value, ErrorCode>,
): Promise<Response> {
  const presser = await presserFrom(request.headers);
  if (!presser.ok) return problem(request, presser);
  const actor: Actor = presser.value;
  return answer(request, await verb(actor, await params));
}

/** How many links still work. */
export const GET = route((request: Request, context: Context) => asOwner(request, context, readShareLinks));

/** A new link, given once. */
export const POST = route(async (request: Request, context: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  return asOwner(request, context, createShareLink);
});

/** Ends all links. */
export const DELETE = route(async (request: Request, context: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  return asOwner(request, context, revokeShareLinks);
});
