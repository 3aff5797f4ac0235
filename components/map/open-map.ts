import 'maplibre-gl/dist/maplibre-gl.css';
import '#components/map/map.css';
import { AttributionControl, MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json';
import { type BaseColours, outlineStyle, PAINTED } from '#components/map/base-style.ts';
import type { Place } from '#components/map/pin-model.ts';
import { acrossDateLine } from '#components/map/shapes-model.ts';

// Imported only when somebody opens a map: the library alone is a megabyte.

export type MapOptions = {
  container: HTMLElement;
  /** What the map shows, for who cannot see it. */
  label: string;
  /** A MapLibre style of the operator of this site; without one, outlines that come with the app are drawn. */
  styleUrl: string | undefined;
  centre: Place;
  zoom: number;
  /** The first drawing stands. */
  onDrawn: () => void;
  /** Some of what was configured did not come; what there is stays drawn. */
  onTrouble: () => void;
};

/** Opens a map in an empty element; throws where the browser cannot draw one. `remove()` it when it goes. */
export function openMap(options: MapOptions): MapLibreMap {
  const { container, label, styleUrl, centre } = options;
  // From our own origin, as the policy demands: by default it would be looked for beside a bundled file.
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);
  const map = new MapLibreMap({
    container,
    style: styleUrl ?? offlineStyle(),
    center: [centre.longitude, centre.latitude],
    zoom: options.zoom,
    maxZoom: 20,
    // North is up, always: directions are spoken by radio.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    // One finger goes on scrolling the page.
    cooperativeGestures: true,
    fadeDuration: 0,
    attributionControl: false,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: false }));
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
  map.once('load', options.onDrawn);
  watchTrouble(map, options);
  if (!styleUrl) followColours(map);
  return map;
}

/** A style that does not come leaves nothing to look at: outlines are drawn in its place. */
function watchTrouble(map: MapLibreMap, { styleUrl, onTrouble }: MapOptions): void {
  let hasStyle = false;
  map.once('style.load', () => {
    hasStyle = true;
  });
  map.on('error', () => {
    if (styleUrl && !hasStyle) {
      hasStyle = true;
      map.setStyle(offlineStyle());
      followColours(map);
    }
    onTrouble();
  });
}

function offlineStyle() {
  const { countries } = atlas.objects;
  if (!countries) throw new Error('world-atlas holds no countries');
  const outlines = feature(atlas, countries);
  if (outlines.type === 'FeatureCollection') for (const { geometry } of outlines.features) mend(geometry);
  return outlineStyle(outlines, pageColours());
}

type Outlined = Extract<ReturnType<typeof feature>, { type: 'Feature' }>['geometry'];

/** The file cuts nothing at the date line, so that Fiji would be a line round the world. */
function mend(geometry: Outlined): void {
  if (geometry.type === 'Polygon') geometry.coordinates = geometry.coordinates.map(acrossDateLine);
  if (geometry.type === 'MultiPolygon') {
    geometry.coordinates = geometry.coordinates.map((rings) => rings.map(acrossDateLine));
  }
}

/** Repaints the outlines when the page turns dark or light. */
function followColours(map: MapLibreMap): void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    const colours = pageColours();
    for (const [layer, property, colour] of PAINTED) map.setPaintProperty(layer, property, colours[colour]);
  };
  scheme.addEventListener('change', repaint);
  map.once('remove', () => scheme.removeEventListener('change', repaint));
}

function pageColours(): BaseColours {
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  return { sea: colour('--accent-wash'), land: colour('--surface'), border: colour('--control') };
}
