import 'maplibre-gl/dist/maplibre-gl.css';
import '#components/map/map.css';
import { AttributionControl, MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json';
import { type BaseColours, outlineStyle, PAINTED } from '#components/map/base-style.ts';
import type { Place } from '#components/map/pin-model.ts';
import { acrossDateLine } from '#components/map/shapes-model.ts';

// Lazy-loaded: the library alone is a megabyte.

export type MapOptions = {
  container: HTMLElement;
  /** Accessible name. */
  label: string;
  /** The deployment's MapLibre style; default: bundled outlines. */
  styleUrl: string | undefined;
  centre: Place;
  zoom: number;
  /** First rendering. */
  onDrawn: () => void;
  /** Part of the style failed to load; the rest stays. */
  onTrouble: () => void;
};

/** Throws where the browser lacks WebGL. Call `remove()` at the end. */
export function openMap(options: MapOptions): MapLibreMap {
  const { container, label, styleUrl, centre } = options;
  // From our origin, as the CSP requires; the default path breaks when bundled.
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);
  const map = new MapLibreMap({
    container,
    style: styleUrl ? styleFor(styleUrl) : offlineStyle(),
    // A style of ours names its tiles by their paths.
    transformRequest: (url) => ({ url: new URL(url, window.location.href).href }),
    center: [centre.longitude, centre.latitude],
    zoom: options.zoom,
    maxZoom: 20,
    // North is always up, as directions are given by radio.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    // One finger scrolls the page.
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
  else if (isOwn(styleUrl)) onSchemeChange(map, () => map.setStyle(styleFor(styleUrl)));
  return map;
}

const isOwn = (styleUrl: string) => styleUrl.startsWith('/');

/** A style of ours comes in light and dark. */
function styleFor(styleUrl: string): string {
  const theme = matchMedia(DARK).matches ? 'dark' : 'light';
  return isOwn(styleUrl) ? `${styleUrl}?theme=${theme}` : styleUrl;
}

/** Falls back to outlines when the style fails to load. */
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
  if (outlines.type === 'FeatureCollection')
    for (const { geometry } of outlines.features) splitAtDateLine(geometry);
  return outlineStyle(outlines, pageColours());
}

type Outlined = Extract<ReturnType<typeof feature>, { type: 'Feature' }>['geometry'];

/** The data is not cut at the date line; without this Fiji spans the world. */
function splitAtDateLine(geometry: Outlined): void {
  if (geometry.type === 'Polygon') geometry.coordinates = geometry.coordinates.map(acrossDateLine);
  if (geometry.type === 'MultiPolygon') {
    geometry.coordinates = geometry.coordinates.map((rings) => rings.map(acrossDateLine));
  }
}

const DARK = '(prefers-color-scheme: dark)';

function onSchemeChange(map: MapLibreMap, act: () => void): void {
  const scheme = matchMedia(DARK);
  scheme.addEventListener('change', act);
  map.once('remove', () => scheme.removeEventListener('change', act));
}

function followColours(map: MapLibreMap): void {
  onSchemeChange(map, () => {
    const colours = pageColours();
    for (const [layer, property, colour] of PAINTED) {
      if (map.getLayer(layer)) map.setPaintProperty(layer, property, colours[colour]);
    }
  });
}

function pageColours(): BaseColours {
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  return { sea: colour('--accent-wash'), land: colour('--surface'), border: colour('--control') };
}
