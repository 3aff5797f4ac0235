// Tar as PostgreSQL writes it (ustar): files and directories with names of at most 100 bytes.

type Member = { readonly name: string; readonly isDirectory: boolean; readonly size: number };

/** The content that was not read when the next entry is asked for is skipped. */
export type TarEntry = Member & { readonly content: AsyncIterable<Buffer> };

/** The bytes are no tar, or end too early. */
export class NotATar extends Error {}

const BLOCK = 512;
const NAME = { at: 0, bytes: 100 };
const MODE = { at: 100, bytes: 8 };
const OWNER = { at: 108, bytes: 8 };
const GROUP = { at: 116, bytes: 8 };
const SIZE = { at: 124, bytes: 12 };
const CHANGED = { at: 136, bytes: 12 };
const CHECKSUM = { at: 148, bytes: 8 };
const TYPE_AT = 156;
const MAGIC_AT = 257;
const FILE = '0';
const DIRECTORY = '5';
const PRIVATE_FILE = 0o600;
const PRIVATE_DIRECTORY = 0o700;

/** Two empty blocks end an archive. */
export const END_OF_TAR = Buffer.alloc(2 * BLOCK);

export function tarHeader({ name, isDirectory, size }: Member): Buffer {
  const header = Buffer.alloc(BLOCK);
  const written = isDirectory ? `${name}/` : name;
  if (Buffer.byteLength(written) > NAME.bytes) throw new Error(`${name} is too long a name for a tar`);
  header.write(written, NAME.at);
  const numbers = [
    [MODE, isDirectory ? PRIVATE_DIRECTORY : PRIVATE_FILE],
    [OWNER, 0],
    [GROUP, 0],
    [SIZE, size],
    [CHANGED, 0],
  ] as const;
  for (const [{ at, bytes }, value] of numbers) header.write(octal(value, bytes - 1), at);
  header.write(isDirectory ? DIRECTORY : FILE, TYPE_AT);
  header.write('ustar\u000000', MAGIC_AT);
  header.write(`${octal(checksum(header), CHECKSUM.bytes - 2)}\u0000 `, CHECKSUM.at);
  return header;
}

/** A whole file as a tar has it. */
export function tarFile(name: string, content: Buffer): Buffer {
  const { length: size } = content;
  return Buffer.concat([tarHeader({ name, isDirectory: false, size }), content, tarPadding(size)]);
}

/** What follows a content up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Throws {@link NotATar}, at the end at the latest. Reads the source to its end. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(source);
  try {
    for (;;) {
      const header = await whole(bytes.take(BLOCK));
      if (header.every((byte) => byte === 0)) break;
      const member = memberIn(header);
      const content = bytes.take(member.size);
      yield { ...member, content };
      await skip(content);
      await skip(bytes.take(tarPadding(member.size).length));
    }
    await bytes.skipRest();
  } finally {
    await bytes.end();
  }
}

function memberIn(header: Buffer): Member {
  const text = ({ at, bytes }: { at: number; bytes: number }) =>
    header.toString('latin1', at, at + bytes).replace(/\0.*$/s, '');
  const type = header.toString('latin1', TYPE_AT, TYPE_AT + 1);
  const size = Number.parseInt(text(SIZE), 8);
  const isSound =
    header.toString('latin1', MAGIC_AT, MAGIC_AT + 5) === 'ustar' &&
    Number.parseInt(text(CHECKSUM), 8) === checksum(header) &&
    (type === FILE || type === DIRECTORY) &&
    Number.isSafeInteger(size);
  if (!isSound) throw new NotATar('this is no entry of a tar');
  return { name: text(NAME).replace(/\/$/, ''), isDirectory: type === DIRECTORY, size };
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** Of the header with its own checksum as blanks. */
function checksum(header: Buffer): number {
  const { at, bytes } = CHECKSUM;
  const BLANK = 0x20;
  return header.reduce((sum, byte, index) => sum + (index >= at && index < at + bytes ? BLANK : byte), 0);
}

export async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

async function skip(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const part of content) void part;
}

/** Hands out a stream of bytes in parts of given sizes. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.held.length === 0 && !(await this.fill())) throw new NotATar('the tar ends too early');
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async skipRest(): Promise<void> {
    while (await this.fill()) this.held = Buffer.alloc(0);
  }

  async end(): Promise<void> {
    await this.source.return?.();
  }

  private async fill(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.held = next.value;
    return true;
  }
}
