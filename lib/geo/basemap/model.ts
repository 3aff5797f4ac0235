import { layers, namedFlavor } from '@protomaps/basemaps';
import { z } from 'zod';

// The MapLibre style of the deployment's own tile file. Pure.

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Where the browser gets the style; the theme is added to it. */
export const OWN_STYLE = '/api/map/style';
const TILES = '/api/map/tiles/{z}/{x}/{y}';

/** What a PMTiles file says of itself. */
export type TileFile = {
  format: 'vector' | 'raster';
  minZoom: number;
  maxZoom: number;
  /** The JSON in the file; outside input. */
  metadata: unknown;
};

const metadataSchema = z.object({
  attribution: z.string().max(2_000).catch(''),
  vector_layers: z.array(z.object({ id: z.string() })).catch([]),
});

/** Vector tiles that the style's layers do not fit. */
class UnknownTileSchema extends Error {
  constructor() {
    super("the file's vector tiles do not have the layers of Protomaps' basemap");
    this.name = 'UnknownTileSchema';
  }
}

/**
 * A style version 8 whose tiles come from us, without glyphs (MapLibre then draws text by the device's fonts) and
 * without icons. Throws `UnknownTileSchema`.
 */
export function basemapStyle(file: TileFile, theme: Theme) {
  const { attribution, vector_layers } = metadataSchema
    .catch({ attribution: '', vector_layers: [] })
    .parse(file.metadata);
  const source = {
    tiles: [TILES],
    minzoom: file.minZoom,
    maxzoom: file.maxZoom,
    // MapLibre shows it as HTML.
    attribution: attribution.replace(/<[^>]*>/g, '').replace(/[<>]/g, ''),
  };
  if (file.format === 'raster') {
    const sources = { basemap: { type: 'raster', tileSize: 256, ...source } };
    return { version: 8, sources, layers: [{ id: 'basemap', type: 'raster', source: 'basemap' }] };
  }
  const found = new Set(vector_layers.map(({ id }) => id));
  if (!found.has('roads') || !found.has('earth')) throw new UnknownTileSchema();
  return { version: 8, sources: { basemap: { type: 'vector', ...source } }, layers: drawnLayers(theme) };
}

/** Icons would be loaded from elsewhere: labels stay without them, what is an icon alone is left out. */
function drawnLayers(theme: Theme) {
  return layers('basemap', namedFlavor(theme), { lang: 'en' }).flatMap((layer) => {
    if (layer.type !== 'symbol' || !layer.layout || !('icon-image' in layer.layout)) return [layer];
    if (!('text-field' in layer.layout)) return [];
    const { 'icon-image': _, ...layout } = layer.layout;
    return [{ ...layer, layout }];
  });
}

const coordinate = z
  .string()
  .regex(/^\d{1,8}$/)
  .transform(Number);

/** A tile's address; undefined where there can be no such tile. */
export function tileAddress(params: unknown): { z: number; x: number; y: number } | undefined {
  const parsed = z.object({ z: coordinate, x: coordinate, y: coordinate }).safeParse(params);
  if (!parsed.success) return undefined;
  const side = 2 ** parsed.data.z;
  const isTile = parsed.data.z <= 24 && parsed.data.x < side && parsed.data.y < side;
  return isTile ? parsed.data : undefined;
}
