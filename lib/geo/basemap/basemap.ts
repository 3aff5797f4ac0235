import 'server-only';
import { PMTiles, ResolvedValueCache, TileType } from 'pmtiles';
import { env } from '#lib/platform/env.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { basemapStyle, OWN_STYLE, type Theme } from './model.ts';
import { tileSource } from './tile-source.ts';

// The deployment's own map, from one PMTiles file (MAP_PMTILES). It knows nothing of anybody, so it needs no session.

const CONTENT_TYPES: Partial<Record<TileType, string>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/** The style that maps draw by: the deployment's, or that of its tile file; undefined: outlines of countries. */
export function mapStyleUrl(): string | undefined {
  return env.MAP_STYLE_URL ?? (env.MAP_PMTILES && OWN_STYLE);
}

function tileFile(): PMTiles | undefined {
  const location = env.MAP_PMTILES;
  return location === undefined
    ? undefined
    : // The library's default cache keeps failures: a file that comes later would never be read.
      processSingleton(
        `basemap ${location}`,
        () => new PMTiles(tileSource(location), new ResolvedValueCache()),
      );
}

/** The style of the tile file; undefined where there is no file. Throws when it cannot be read or drawn. */
export async function readBasemapStyle(theme: Theme) {
  const file = tileFile();
  if (!file) return undefined;
  const { tileType, minZoom, maxZoom } = await file.getHeader();
  if (!CONTENT_TYPES[tileType]) throw new Error('the tile file has tiles of a kind that is not drawn');
  const format = tileType === TileType.Mvt ? 'vector' : 'raster';
  return basemapStyle({ format, minZoom, maxZoom, metadata: await file.getMetadata() }, theme);
}

/** A tile's bytes, uncompressed; undefined where the file has none. Throws when the file cannot be read. */
export async function readTile({ z, x, y }: { z: number; x: number; y: number }) {
  const file = tileFile();
  const tile = await file?.getZxy(z, x, y);
  if (!file || !tile) return undefined;
  const { tileType } = await file.getHeader();
  return { data: tile.data, contentType: CONTENT_TYPES[tileType] ?? 'application/octet-stream' };
}
