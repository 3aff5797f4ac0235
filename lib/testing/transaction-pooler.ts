import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Client } from 'pg';
import { cleanUp } from './clean-up.ts';

// A pooler in transaction mode, as PgBouncer is: many clients share a few sessions of the server, and a client has one of
// them only from its first message until the server says that no transaction is open. Of the protocol it reads how long
// messages are, and the state that ReadyForQuery tells.

const SSL_REQUEST = 80_877_103;
/** What a client may ask for at its start; PgBouncer refuses the rest. */
const KNOWN_PARAMETERS = ['user', 'database', 'application_name', 'client_encoding'];
/** AuthenticationOk; BackendKeyData of nobody; ReadyForQuery. */
const WELCOME = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('K', Buffer.from([0, 0, 0, 7, 0, 0, 0, 7])),
  message('Z', Buffer.from('I')),
]);

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

/** The whole messages of a stream, as they come; `hasType`: not so the first one of a client. */
function inMessages(onMessage: (one: Buffer, hasType: boolean) => void, isClient: boolean) {
  let rest = Buffer.alloc(0);
  let hasType = !isClient;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const start = hasType ? 1 : 0;
      if (rest.length < start + 4) return;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return;
      const one = rest.subarray(0, end);
      rest = rest.subarray(end);
      const isRequest = !hasType && one.readInt32BE(4) === SSL_REQUEST;
      onMessage(one, hasType);
      if (!isRequest) hasType = true;
    }
  };
}

/** One session of the server; its messages go to the client that has it now. */
type Session = { socket: Duplex; to: Socket | null };

class Sessions {
  readonly #url: string;
  readonly #most: number;
  readonly #all: Client[] = [];
  readonly #idle: Session[] = [];
  readonly #waiting: ((session: Session) => void)[] = [];

  constructor(url: string, most: number) {
    this.#url = url;
    this.#most = most;
  }

  async take(): Promise<Session> {
    // The last one given back first, as PgBouncer does.
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.length < this.#most) return this.#open();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Signs in by the driver, and goes on with its bare connection. */
  async #open(): Promise<Session> {
    const client = new Client({ connectionString: this.#url });
    this.#all.push(client);
    // Said when a session is destroyed whose client left in the midst of a transaction.
    client.on('error', () => this.#all.splice(this.#all.indexOf(client), 1));
    await client.connect();
    const socket = client.connection.stream;
    socket.removeAllListeners('data');
    const session: Session = { socket, to: null };
    const read = inMessages((one) => {
      session.to?.write(one);
      const isFree = one.toString('latin1', 0, 1) === 'Z' && one.toString('latin1', 5, 6) === 'I';
      if (isFree) this.#giveBack(session);
    }, false);
    socket.on('data', read);
    return session;
  }

  #giveBack(session: Session): void {
    session.to?.emit('session-gone');
    session.to = null;
    const next = this.#waiting.shift();
    if (next) next(session);
    else this.#idle.push(session);
  }

  get count(): number {
    return this.#all.length;
  }

  close(): void {
    for (const client of this.#all) {
      const socket = client.connection.stream;
      socket.removeAllListeners();
      socket.destroy();
    }
  }
}

function serve(client: Socket, sessions: Sessions): void {
  let session: Session | null = null;
  let queue = Promise.resolve();
  client.on('session-gone', () => {
    session = null;
  });
  client.on('error', () => client.destroy());
  // Whoever leaves in the midst of a transaction takes the session along; the server rolls back.
  client.on('close', () => session?.socket.destroy());
  const forward = async (one: Buffer) => {
    if (one.toString('latin1', 0, 1) === 'X') {
      client.end();
      return;
    }
    session ??= await sessions.take();
    session.to = client;
    session.socket.write(one);
  };
  client.on(
    'data',
    inMessages((one, hasType) => {
      if (hasType) queue = queue.then(() => forward(one));
      else if (one.readInt32BE(4) === SSL_REQUEST) client.write('N');
      else greet(client, one);
    }, true),
  );
}

function greet(client: Socket, startup: Buffer): void {
  const words = startup.toString('utf8', 8).split('\0');
  const unknown = words.find((word, at) => at % 2 === 0 && word !== '' && !KNOWN_PARAMETERS.includes(word));
  if (unknown === undefined) client.write(WELCOME);
  else
    client.end(message('E', Buffer.from(`SFATAL\0C08P01\0Munsupported startup parameter: ${unknown}\0\0`)));
}

export type TransactionPooler = { readonly url: string; readonly sessions: () => number };

/** A pooler in front of a database, with at most `most` sessions of it; ended with the test. */
export async function transactionPooler(databaseUrl: string, most = 4): Promise<TransactionPooler> {
  const sessions = new Sessions(databaseUrl, most);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket, sessions);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    for (const socket of sockets) socket.destroy();
    sessions.close();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${address.port}`;
  url.search = '';
  return { url: url.href, sessions: () => sessions.count };
}
