import type { GeoJSONSourceSpecification, MapOptions } from 'maplibre-gl';

/** The colours of the page, so that the map is light or dark with it. */
export type BaseColours = { sea: string; land: string; border: string };

type Style = Exclude<MapOptions['style'], string | undefined>;
type Outlines = GeoJSONSourceSpecification['data'];

/** What is drawn in which of the colours: layer, property, colour. */
export const PAINTED = [
  ['sea', 'background-color', 'sea'],
  ['land', 'fill-color', 'land'],
  ['borders', 'line-color', 'border'],
] as const;

/**
 * Outlines of countries and nothing else: a map that draws without asking anybody. Good enough to see a wrong
 * sign or a wrong country, and no more.
 */
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
