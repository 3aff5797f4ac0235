import type { GeoJSONSourceSpecification, MapOptions } from 'maplibre-gl';

/** The page's colours, so that the map follows the theme. */
export type BaseColours = { sea: string; land: string; border: string };

type Style = Exclude<MapOptions['style'], string | undefined>;
type Outlines = GeoJSONSourceSpecification['data'];

/** Layer, property, colour. */
export const PAINTED = [
  ['sea', 'background-color', 'sea'],
  ['land', 'fill-color', 'land'],
  ['borders', 'line-color', 'border'],
] as const;

/** Country outlines only: a fallback map without network requests. */
export function outlineStyle(outlines: Outlines, colours: BaseColours): Style {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: outlines, attribution: 'Outlines: Natural Earth' },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colours.land } },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': colours.border, 'line-width': 1.2 },
      },
    ],
  };
}
