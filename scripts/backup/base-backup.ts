import { PassThrough } from 'node:stream';
import { Client, type Connection, Query } from 'pg';
import { connectionTo } from '#lib/db/connection.ts';

// What pg_basebackup does, which the embedded packages do not have: PostgreSQL itself copies its cluster while it runs,
// with the write-ahead log that makes the copy consistent, and sends it as a tar.

const COMMAND = "BASE_BACKUP (LABEL 'vigil', CHECKPOINT 'fast', WAL true, MANIFEST 'no')";
/** The kind of message that carries bytes of the tar; others tell of tablespaces and progress. */
const DATA = 'd'.charCodeAt(0);

class BaseBackup extends Query {
  readonly tar = new PassThrough();

  constructor() {
    super(COMMAND);
    this.on('error', (error) => this.tar.destroy(error));
    this.on('end', () => this.tar.end());
  }

  /** Called by the driver. */
  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Connection): void {
    if (chunk[0] !== DATA) return;
    // A copy, since the driver uses its buffer again.
    const isRoom = this.tar.write(Buffer.from(chunk.subarray(1)));
    if (isRoom || stream.isPaused()) return;
    stream.pause();
    this.tar.once('drain', () => stream.resume());
  }
}

/** The running cluster behind `url` as a tar; the role must be allowed to replicate. */
export async function* baseBackup(url: string): AsyncGenerator<Buffer> {
  const client = new Client({ ...connectionTo(url, 'vigil backup'), ...REPLICATION });
  const copy = new BaseBackup();
  client.on('error', (error) => copy.tar.destroy(error));
  await client.connect();
  try {
    client.query(copy);
    yield* copy.tar;
  } finally {
    await client.end();
  }
}

/** Known to the driver, and not to its types. */
const REPLICATION = { replication: 'true' };
