import { cache } from 'react';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

/** Who asks, looked up once for a page and the frame around it. */
export const consoleActor = cache(async () => operatorFrom(await requestHeaders()));
