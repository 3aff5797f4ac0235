import { createShareLink } from '#lib/following/sharing/create-share-link.ts';
import { readShareLinks } from '#lib/following/sharing/read-share-links.ts';
import { revokeShareLinks } from '#lib/following/sharing/revoke-share-links.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

// For the owner of the callout alone.

/** How many links still work. */
export const GET = route(presser, readShareLinks);

/** A new link, given once. */
export const POST = route(presser, createShareLink);

/** Ends all links. */
export const DELETE = route(presser, revokeShareLinks);
