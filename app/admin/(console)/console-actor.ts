import { cache } from 'react';
import { operatorFrom } from '#lib/identity/session.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

/** Who asks, looked up once for a page and the frame around it. */
export const consoleActor = cache(async () => operatorFrom(await requestHeaders()));
