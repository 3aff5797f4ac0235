import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { cleanUp } from './clean-up.ts';

const attribute = z.object({
  key: z.string(),
  value: z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() }),
});
const body = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string().regex(/^[0-9a-f]{32}$/),
              spanId: z.string().regex(/^[0-9a-f]{16}$/),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
              attributes: z.array(attribute),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type CollectedSpan = {
  service: string;
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentId: string | null;
  attributes: Record<string, string | number | undefined>;
};

/** An OpenTelemetry collector's place for traces; `silent` takes requests and never answers. */
export async function testCollector({ silent = false } = {}) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((received) => {
      if (request.method === 'POST' && request.url === '/v1/traces') bodies.push(received);
      if (!silent) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return { endpoint: `http://127.0.0.1:${address.port}`, bodies, spans: () => bodies.flatMap(spansIn) };
}

function spansIn(received: string): CollectedSpan[] {
  return body.parse(JSON.parse(received)).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ parentSpanId, attributes, ...span }) => ({
        ...span,
        service: String(valuesOf(resource.attributes)['service.name']),
        parentId: parentSpanId ?? null,
        attributes: valuesOf(attributes),
      })),
    ),
  );
}

function valuesOf(attributes: z.infer<typeof attribute>[]) {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));
}
