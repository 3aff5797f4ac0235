import { once } from 'node:events';
import { z } from 'zod';

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().nullable(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event'), method: z.string(), params: z.unknown() }),
]);

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

export type Bidi = {
  send(method: string, params: object): Promise<void>;
  send<Answer>(method: string, params: object, schema: z.ZodType<Answer>): Promise<Answer>;
  on(method: string, listener: (params: unknown) => void): void;
};

/** WebDriver BiDi over a web socket: commands by number, and events. */
export async function connect(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, (params: unknown) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = messageSchema.parse(JSON.parse(String(data)));
    if (message.type === 'event') return listeners.get(message.method)?.(message.params);
    if (message.id === null) return undefined;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') asked?.resolve(message.result);
    else asked?.reject(new Error(`${message.error}: ${message.message}`));
    return undefined;
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has closed'));
  });
  await once(socket, 'open');
  function send(method: string, params: object): Promise<void>;
  function send<Answer>(method: string, params: object, schema: z.ZodType<Answer>): Promise<Answer>;
  async function send(method: string, params: object, schema?: z.ZodType): Promise<unknown> {
    last += 1;
    const id = last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, method, params }));
    const result = await promise;
    return schema?.parse(result);
  }
  return {
    send,
    on: (method, listener) => {
      listeners.set(method, listener);
    },
  };
}
