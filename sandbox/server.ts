import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { sandboxApp } from './app.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import type { Settings } from './settings.ts';

export type RunningSandbox = { sandbox: Sandbox; url: string; close(): Promise<void> };

/** Listens on loopback only; port 0 picks a free one. Rejects when the port is taken. */
export async function startSandbox(settings: Settings): Promise<RunningSandbox> {
  const sandbox = createSandbox(settings);
  // Safe because without HTTP/2 options the adaptor makes a plain HTTP/1 server.
  const server = createAdaptorServer({ fetch: sandboxApp(sandbox).fetch }) as Server;
  // A short keep-alive could reset a connection just as a request comes in.
  server.keepAliveTimeout = 75_000;
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address) sandbox.origin = `http://127.0.0.1:${address.port}`;
  return {
    sandbox,
    url: sandbox.origin,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
