import 'server-only';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

// Decodes bodies of foreign clients with bounded memory: the content codings below, and every charset of the Encoding
// Standard.

type Decompress = (bytes: Uint8Array, maxOutputLength: number) => Promise<Buffer>;
type Library = (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
  done: (error: Error | null, bytes: Buffer) => void,
) => void;

const by =
  (library: Library): Decompress =>
  (bytes, maxOutputLength) =>
    promisify(library)(bytes, { maxOutputLength });

const DECOMPRESS: Readonly<Record<string, Decompress>> = {
  gzip: by(gunzip),
  'x-gzip': by(gunzip),
  br: by(brotliDecompress),
  zstd: by(zstdDecompress),
  // `deflate` means the zlib format; some senders omit its header.
  deflate: (bytes, most) => by((bytes[0] ?? 0) % 16 === 8 ? inflate : inflateRaw)(bytes, most),
};

/** `bytes`: not text; `too_large`: after decompression. */
export type DecodedBody = { kind: 'text'; text: string } | { kind: 'bytes' } | { kind: 'too_large' };

/** Decompresses a body and decodes its charset (UTF-8 by default). Detects undeclared gzip by its first bytes. */
export async function decodeBody(
  bytes: Uint8Array,
  headers: Headers,
  maxBytes: number,
): Promise<DecodedBody> {
  try {
    const plain = await decompressed(bytes, codingsOf(bytes, headers), maxBytes);
    return { kind: 'text', text: new TextDecoder(charsetOf(plain, headers), { fatal: true }).decode(plain) };
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { kind: 'too_large' };
    }
    // Unknown coding or charset, or invalid data: kept as it came.
    return { kind: 'bytes' };
  }
}

async function decompressed(
  bytes: Uint8Array,
  codings: readonly string[],
  most: number,
): Promise<Uint8Array> {
  let plain = bytes;
  for (const coding of codings.toReversed()) {
    const decompress = DECOMPRESS[coding];
    if (!decompress) throw new TypeError('a coding that is not known');
    plain = await decompress(plain, most);
  }
  return plain;
}

function codingsOf(bytes: Uint8Array, headers: Headers): string[] {
  const named = (headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return named.length === 0 && isGzip ? ['gzip'] : named.slice(0, 3);
}

function charsetOf(bytes: Uint8Array, headers: Headers): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const named = /charset\s*=\s*"?([\w:.-]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  return named ?? 'utf-8';
}
