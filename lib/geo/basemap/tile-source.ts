import 'server-only';
import { open } from 'node:fs/promises';
import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';
import { readRange } from '#lib/platform/outgoing.ts';

// Where the bytes of a PMTiles file come from. The library keeps header and directories, and reads them anew when the
// file was replaced, which it hears of by `EtagMismatch`.

const TIMEOUT_MS = 10_000;

/** `location`: an absolute path, or an https URL whose server answers range requests. */
export function tileSource(location: string): Source {
  const read = URL.canParse(location) ? readUrl : readDisk;
  return {
    getKey: () => location,
    getBytes: async (offset, length, _signal, etag) => {
      const found = await read(location, offset, length);
      if (etag && found.etag && etag !== found.etag) throw new EtagMismatch();
      return found;
    },
  };
}

async function readDisk(path: string, offset: number, length: number): Promise<RangeResponse> {
  const file = await open(path, 'r');
  try {
    const { mtimeMs, size } = await file.stat();
    const bytes = new Uint8Array(Math.min(length, Math.max(0, size - offset)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
    return { data: bytes.buffer.slice(0, bytesRead), etag: `${mtimeMs}-${size}` };
  } finally {
    await file.close();
  }
}

async function readUrl(url: string, offset: number, length: number): Promise<RangeResponse> {
  const { data, etag } = await readRange(url, { offset, length, timeoutMs: TIMEOUT_MS });
  // A weak one may differ between answers of the same file.
  return { data, ...(etag === null || etag.startsWith('W/') ? {} : { etag }) };
}
