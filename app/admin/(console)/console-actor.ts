import { cache } from 'react';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

/** Cached per request for page and layout. */
export const consoleActor = cache(async () => operatorFrom(await requestHeaders()));
