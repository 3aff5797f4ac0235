import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanUp } from './clean-up.ts';

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** Another system that gets webhooks, on this machine until the test or file ends. */
export async function testReceiver() {
  const received: Received[] = [];
  let status = 204;
  let headers: Record<string, string> = {};
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({ headers: request.headers, body });
    response.writeHead(status, headers).end('an answer that nobody reads');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(async () => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answer: (next: number, sent: Record<string, string> = {}) => {
      status = next;
      headers = sent;
    },
  };
}
