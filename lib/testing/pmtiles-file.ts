import { zxyToTileId } from 'pmtiles';

const HEADER_BYTES = 127;
const UNCOMPRESSED = 1;

type Tile = { z: number; x: number; y: number; data: Uint8Array };
type Content = { tileType: number; tiles: readonly Tile[]; metadata: unknown };

/** A PMTiles version 3 file, uncompressed, with its directory in the root. */
export function pmtilesFile({ tileType, tiles, metadata }: Content): Buffer {
  const sorted = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
    .toSorted((one, other) => one.id - other.id);
  let [at, before] = [0, 0];
  const entries = sorted.map(({ id, data }) => {
    const entry = { step: id - before, length: data.length, offset: at + 1 };
    [at, before] = [at + data.length, id];
    return entry;
  });
  const directory = Buffer.from(
    [
      entries.length,
      ...entries.map(({ step }) => step),
      ...entries.map(() => 1),
      ...entries.map(({ length }) => length),
      ...entries.map(({ offset }) => offset),
    ].flatMap(varint),
  );
  const json = Buffer.from(JSON.stringify(metadata));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles');
  header[7] = 3;
  const parts = [directory, json, Buffer.alloc(0), Buffer.concat(sorted.map(({ data }) => data))];
  let offset = HEADER_BYTES;
  parts.forEach(({ length }, index) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    offset += length;
  });
  header[96] = 1;
  header[97] = UNCOMPRESSED;
  header[98] = UNCOMPRESSED;
  header[99] = tileType;
  header[100] = Math.min(...tiles.map(({ z }) => z));
  header[101] = Math.max(...tiles.map(({ z }) => z));
  return Buffer.concat([header, ...parts]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
