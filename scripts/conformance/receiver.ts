import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';

export type Received = { message: string; headers: IncomingHttpHeaders };

export type Receiver = {
  url: string;
  received: Received[];
  /** Resolves after that many deliveries. */
  until(count: number): Promise<void>;
  close(): void;
};

/** A local webhook receiver. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let noticed = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    const body: unknown = await json(request);
    const message = typeof body === 'object' && body && 'message' in body ? String(body.message) : '';
    received.push({ message, headers: request.headers });
    response.writeHead(202).end();
    noticed.resolve();
    noticed = Promise.withResolvers<void>();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    until: async (count) => {
      while (received.length < count) await noticed.promise;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
