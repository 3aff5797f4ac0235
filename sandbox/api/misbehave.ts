// Injects a fault into one call, on the raw socket, since a proper response cannot be this broken.
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Effect, FaultRule } from '../control/faults.ts';

export type Bindings = { Bindings: HttpBindings };

type Call = { c: Context<Bindings>; fault: FaultRule; work: () => Promise<Response> };

const hugeBytes = 20 * 1024 * 1024;
const chunks = 10;
const endlessPauseMs = 50;
const json = { 'content-type': 'application/json', 'x-sandbox': 'vigil' };

const effects: Record<Effect, (call: Call) => Promise<Response>> = {
  latency: async ({ fault, work }) => {
    await sleep(fault.latencyMs);
    return work();
  },
  status: async (call) => statusAnswer(call),
  status_after: async (call) => {
    await call.work();
    return statusAnswer(call);
  },
  reset_before: async ({ c }) => reset(c),
  reset_after: async ({ c, work }) => {
    await work();
    return reset(c);
  },
  slow_body: async ({ c, fault, work }) => {
    const answer = await work();
    const text = await answer.text();
    c.env.outgoing.writeHead(answer.status, json);
    const size = Math.ceil(text.length / chunks);
    for (let start = 0; start < text.length; start += size) {
      c.env.outgoing.write(text.slice(start, start + size));
      await sleep(fault.latencyMs / chunks);
    }
    c.env.outgoing.end();
    return RESPONSE_ALREADY_SENT;
  },
  truncated_body: async ({ c, work }) => {
    const answer = await work();
    const text = await answer.text();
    const { outgoing } = c.env;
    outgoing.writeHead(answer.status, { ...json, 'content-length': Buffer.byteLength(text) });
    outgoing.write(text.slice(0, Math.floor(text.length / 2)), () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  },
  endless_body: async ({ c, work }) => {
    const answer = await work();
    const { outgoing } = c.env;
    outgoing.writeHead(answer.status, json);
    const timer = setInterval(() => outgoing.write(' '), endlessPauseMs);
    outgoing.on('close', () => clearInterval(timer));
    return RESPONSE_ALREADY_SENT;
  },
  huge_body: async ({ c, work }) => {
    await work();
    c.env.outgoing.writeHead(200, json);
    Readable.from(padding()).pipe(c.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  },
  wrong_content_type: async ({ c, work }) => {
    const answer = await work();
    return c.body(await answer.text(), 200, { 'content-type': 'text/plain' });
  },
  html_page: async ({ c }) => c.html('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>'),
};

function* padding(): Generator<string> {
  const chunk = 'x'.repeat(64 * 1024);
  yield '{"padding":"';
  for (let sent = 0; sent < hugeBytes; sent += chunk.length) yield chunk;
  yield '"}';
}

export function misbehave(call: Call): Promise<Response> {
  return effects[call.fault.effect](call);
}

function statusAnswer({ fault }: Call): Response {
  const body = JSON.stringify({ message: `Sandbox fault ${fault.status}.` });
  return new Response(body, { status: fault.status, headers: json });
}

function reset(c: Context<Bindings>): Response {
  c.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}
