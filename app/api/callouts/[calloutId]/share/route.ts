import { createShareLink } from '#lib/following/sharing/create-share-link.ts';
import { readShareLinks } from '#lib/following/sharing/read-share-links.ts';
import { revokeShareLinks } from '#lib/following/sharing/revoke-share-links.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

// Owner only.

/** Number of active links. */
export const GET = route(presser, readShareLinks);

/** The new link is returned once. */
export const POST = route(presser, createShareLink);

/** Revokes all links. */
export const DELETE = route(presser, revokeShareLinks);
