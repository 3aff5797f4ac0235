import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { pmtilesFile } from '../../lib/testing/pmtiles-file.ts';

// A PMTiles file in the layers of Protomaps' basemap: land, one highway, one town, around Johannesburg.

const MAX_ZOOM = 4;
const VECTOR = 1;

const LAND: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [16, -35],
      [33, -35],
      [33, -22],
      [16, -22],
      [16, -35],
    ],
  ],
};
const HIGHWAY: GeoJSON.LineString = {
  type: 'LineString',
  coordinates: [
    [18.4, -33.9],
    [26.2, -29.1],
    [28.05, -26.2],
    [29.4, -23.9],
  ],
};
const TOWN: GeoJSON.Point = { type: 'Point', coordinates: [28.05, -26.2] };

const LAYERS = {
  earth: feature(LAND, { kind: 'earth', min_zoom: 0, sort_rank: 1 }),
  roads: feature(HIGHWAY, { kind: 'highway', min_zoom: 0, sort_rank: 1 }),
  places: feature(TOWN, { kind: 'locality', name: 'Johannesburg', population_rank: 15, min_zoom: 0 }),
};

export function streetFile(): Buffer {
  const indexes = Object.entries(LAYERS).map(
    ([name, found]) => [name, new GeoJSONVT(found, { maxZoom: MAX_ZOOM, indexMaxZoom: MAX_ZOOM })] as const,
  );
  const tiles = Array.from({ length: MAX_ZOOM + 1 }, (_, z) => z).flatMap((z) =>
    Array.from({ length: 4 ** z }, (_, at) => ({ z, x: at % 2 ** z, y: Math.floor(at / 2 ** z) })),
  );
  const drawn = tiles.flatMap(({ z, x, y }) => {
    const layers = indexes.flatMap(([name, index]) => {
      const tile = index.getTile(z, x, y);
      return tile ? [[name, tile] as const] : [];
    });
    return layers.length > 0
      ? [{ z, x, y, data: fromGeojsonVt(Object.fromEntries(layers), { version: 2, extent: 4_096 }) }]
      : [];
  });
  const metadata = {
    attribution: 'Streets of the journeys',
    vector_layers: Object.keys(LAYERS).map((id) => ({ id })),
  };
  return pmtilesFile({ tileType: VECTOR, tiles: drawn, metadata });
}

function feature(geometry: GeoJSON.Geometry, properties: object): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] };
}
