import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import { createMarks, type Follow } from '#components/map/marks.ts';
import { type MapOptions, openMap } from '#components/map/open-map.ts';
import type { Scene } from '#components/map/scene.ts';
import { boundsOf, circleAround } from '#components/map/shapes-model.ts';

type WatchMapOptions = MapOptions &
  Follow & {
    scene: Scene;
    nearestZoom: number;
  };

export type WatchMap = {
  show: (scene: Scene) => void;
  /** Fits all marks and the trail. */
  showAll: () => void;
  close: () => void;
};

/** Leaves room for the controls, which would cover marks. */
const PADDING = { top: 64, bottom: 64, left: 64, right: 88 };

type Data = Parameters<GeoJSONSource['setData']>[0];

type SourceName = 'covered' | 'accuracy' | 'trail';
type Layer = { id: string; source: SourceName; colour: string } & ({ opacity: number } | { width: number });

/** Layers below the marks, in drawing order. */
const LAYERS: readonly Layer[] = [
  { id: 'covered', source: 'covered', colour: '--good-line', opacity: 0.18 },
  { id: 'covered-edge', source: 'covered', colour: '--good-line', width: 1.5 },
  { id: 'accuracy', source: 'accuracy', colour: '--accent', opacity: 0.2 },
  { id: 'accuracy-edge', source: 'accuracy', colour: '--accent', width: 1 },
  { id: 'trail', source: 'trail', colour: '--accent', width: 3 },
];

/** A map of callouts: marks, trail, accuracy circles and coverage. */
export function openWatchMap(options: WatchMapOptions): WatchMap {
  const map = openMap(options);
  const marks = createMarks(map, options);
  let scene = options.scene;
  /** Whether the user has moved the map. */
  let isChosen = false;
  const draw = () => {
    for (const [source, data] of Object.entries(shapesOf(scene))) {
      map.getSource<GeoJSONSource>(source)?.setData(data);
    }
  };
  // Also runs for a fallback style.
  map.on('style.load', () => {
    addLayers(map);
    draw();
  });
  followColours(map);
  const showAll = () => {
    const bounds = boundsOf([...scene.marks.map(({ place }) => place), ...scene.trail]);
    if (bounds) map.fitBounds(bounds, { padding: PADDING, maxZoom: options.nearestZoom, animate: false });
    isChosen = false;
  };
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) isChosen = true;
  });
  // Refit on resize unless the user has moved the map.
  map.on('resize', () => {
    if (!isChosen) showAll();
  });
  marks.show(scene.marks);
  showAll();
  return {
    show: (next) => {
      scene = next;
      marks.show(scene.marks);
      draw();
    },
    showAll,
    close: () => map.remove(),
  };
}

function addLayers(map: MapLibreMap): void {
  for (const layer of LAYERS) {
    const { id, source, colour } = layer;
    if (!map.getSource(source)) map.addSource(source, { type: 'geojson', data: collection([]) });
    const painted = pageColour(colour);
    if ('opacity' in layer) {
      const paint = { 'fill-color': painted, 'fill-opacity': layer.opacity };
      map.addLayer({ id, type: 'fill', source, paint });
    } else {
      const paint = { 'line-color': painted, 'line-width': layer.width };
      map.addLayer({ id, type: 'line', source, paint });
    }
  }
}

function followColours(map: MapLibreMap): void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    for (const layer of LAYERS) {
      const property = 'opacity' in layer ? 'fill-color' : 'line-color';
      if (map.getLayer(layer.id)) map.setPaintProperty(layer.id, property, pageColour(layer.colour));
    }
  };
  scheme.addEventListener('change', repaint);
  map.once('remove', () => scheme.removeEventListener('change', repaint));
}

function pageColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function shapesOf({ marks, trail, covered }: Scene): Record<SourceName, Data> {
  const circles = marks.flatMap(({ place, accuracyM }) =>
    accuracyM === null ? [] : [circleAround(place, accuracyM)],
  );
  const way = trail.map(({ latitude, longitude }) => [longitude, latitude]);
  return {
    covered: collection(covered.map((rings) => ({ type: 'Polygon', coordinates: rings }))),
    accuracy: collection(circles.map((ring) => ({ type: 'Polygon', coordinates: [ring] }))),
    trail: collection(way.length > 1 ? [{ type: 'LineString', coordinates: way }] : []),
  };
}

type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'LineString'; coordinates: number[][] };

function collection(geometries: readonly Geometry[]): Data {
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  };
}
