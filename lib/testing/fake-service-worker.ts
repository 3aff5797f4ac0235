import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

/** Comes between any two steps of what is asked at once. */
type Pause = () => Promise<unknown>;

type Answer = {
  type: string;
  ok: boolean;
  status: number;
  body: string;
  clone: () => Answer;
  text: () => Promise<string>;
};
type Server = (path: string) => Promise<Answer>;
type Store = Map<string, Answer>;

const ORIGIN = 'https://vigil.example';

export function answerOf(text: string, status = 200, type = 'basic'): Answer {
  const isOk = status >= 200 && status < 300;
  return {
    type,
    ok: isOk,
    status,
    body: text,
    clone: () => answerOf(text, status, type),
    text: async () => text,
  };
}

/**
 * A browser's stores as the Cache API has them: each step takes its time, a store that was deleted stays usable for who
 * has it open and is found by nobody else, and many files are put in all or none.
 */
export class FakeCaches {
  readonly stores = new Map<string, Store>();
  /** Called after each change, before anything else can happen. */
  onChange: () => void = () => undefined;
  readonly #pause: Pause;
  readonly #server: Server;

  constructor(pause: Pause, server: Server) {
    this.#pause = pause;
    this.#server = server;
  }

  async keys() {
    await this.#pause();
    return [...this.stores.keys()];
  }

  async delete(name: string) {
    await this.#pause();
    const wasThere = this.stores.delete(name);
    this.onChange();
    return wasThere;
  }

  async match(path: string, { cacheName }: { cacheName?: string } = {}) {
    await this.#pause();
    const asked = cacheName === undefined ? [...this.stores.values()] : [this.stores.get(cacheName)];
    return asked.find((store) => store?.has(path))?.get(path);
  }

  async open(name: string) {
    await this.#pause();
    const store: Store = this.stores.get(name) ?? new Map();
    this.stores.set(name, store);
    const paused = async <Value>(step: () => Value) => {
      await this.#pause();
      const value = step();
      this.onChange();
      return value;
    };
    return {
      match: (path: string) => paused(() => store.get(path)),
      put: (path: string, answer: Answer) => paused(() => void store.set(path, answer)),
      delete: (path: string) => paused(() => store.delete(path)),
      addAll: async (paths: string[]) => {
        const answers = await Promise.all(paths.map((path) => this.#server(path)));
        if (answers.some(({ ok }) => !ok)) throw new TypeError('Request failed');
        await paused(() => {
          for (const [index, answer] of answers.entries()) store.set(paths[index] ?? '', answer);
        });
      },
    };
  }
}

type Handler = (event: {
  data?: unknown;
  notification?: unknown;
  waitUntil: (work: Promise<unknown>) => void;
}) => void;

/** What the worker finds of its browser beside stores. */
type Around = { clients?: object; registration?: object };

/** Starts public/sw.js, the file that browsers are sent, with these stores and this server. */
export function startWorker(caches: FakeCaches, server: Server, around: Around = {}) {
  const handlers = new Map<string, Handler>();
  const self = {
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
    location: { origin: ORIGIN },
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined, ...around.clients },
    registration: { ...around.registration },
  };
  const presses = { objectStore: () => ({ clear: () => ({}) }), oncomplete: () => undefined };
  const indexedDB = {
    open: () => {
      const opening = {
        onsuccess: () => undefined,
        result: { transaction: () => presses, close: () => undefined },
      };
      queueMicrotask(() => {
        opening.onsuccess();
        presses.oncomplete();
      });
      return opening;
    },
  };
  runInContext(
    readFileSync('public/sw.js', 'utf8'),
    createContext({ self, caches, fetch: server, indexedDB, URL, setTimeout, queueMicrotask }),
  );
  /** Dispatches an event and gives what the browser would wait for. */
  return async (type: string, data?: unknown, notification?: unknown): Promise<void> => {
    const work: Promise<unknown>[] = [];
    handlers.get(type)?.({ data, notification, waitUntil: (each) => void work.push(each) });
    await Promise.all(work);
  };
}
