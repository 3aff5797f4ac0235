import { type MapLibreMap, Marker } from 'maplibre-gl';
import { type MapOptions, openMap } from '#components/map/open-map.ts';
import { movedByKey, onMap, type Place, stepM } from '#components/map/pin-model.ts';

type PinMapOptions = MapOptions & {
  pin: Place | null;
  /** Id of the keyboard help. */
  describedBy: string;
  /** How it is called, and what it is. */
  names: { name: string; role: string };
  /** The user moved the pin. */
  onMove: (place: Place) => void;
  /** Step of an arrow key, in metres. */
  onStep: (metres: number) => void;
};

export type PinMap = {
  /** Moves the pin and shows it; null removes it. */
  show: (place: Place | null) => void;
  /** Initial position for a new pin. */
  middle: () => Place;
  close: () => void;
};

/** A map with one pin, movable by mouse, touch and arrow keys. */
export function openPinMap(options: PinMapOptions): PinMap {
  const map = openMap(options);
  const element = pinElement(options);
  const marker = new Marker({ element, anchor: 'bottom', draggable: true });
  let pin: Place | null = null;

  const sayStep = () => options.onStep(stepM((pin ?? placeOf(map.getCenter())).latitude, map.getZoom()));
  const put = (place: Place | null) => {
    const wasShown = pin !== null;
    pin = place;
    if (place) marker.setLngLat([place.longitude, place.latitude]);
    // Adding it again would lose the keyboard focus.
    if (place && !wasShown) marker.addTo(map);
    if (!place) marker.remove();
    sayStep();
  };
  const move = (place: Place) => {
    put(place);
    options.onMove(place);
  };
  marker.on('dragend', () => move(onMap(placeOf(marker.getLngLat()))));
  map.on('click', ({ lngLat, originalEvent }) => {
    // A click on the pin bubbles to the map.
    if (!(originalEvent.target instanceof Node && element.contains(originalEvent.target))) {
      move(onMap(placeOf(lngLat)));
    }
  });
  map.on('zoomend', sayStep);
  element.addEventListener('keydown', (event) => {
    const place = pin && movedByKey(pin, event.key, map.getZoom(), event.shiftKey);
    if (!place) return;
    // Page and map would scroll by the same key.
    event.preventDefault();
    event.stopPropagation();
    move(place);
    keepInView(map, place);
  });
  put(options.pin);
  return {
    show: (place) => {
      put(place);
      if (place) keepInView(map, place);
    },
    middle: () => onMap(placeOf(map.getCenter())),
    close: () => map.remove(),
  };
}

function keepInView(map: MapLibreMap, { latitude, longitude }: Place): void {
  // No animation: the pin's new place must be visible at once.
  if (!map.getBounds().contains([longitude, latitude])) map.jumpTo({ center: [longitude, latitude] });
}

function placeOf({ lat, lng }: { lat: number; lng: number }): Place {
  return { latitude: lat, longitude: lng };
}

const SVG = 'http://www.w3.org/2000/svg';

function pinElement({ describedBy, names }: PinMapOptions): HTMLElement {
  const pin = document.createElement('button');
  pin.type = 'button';
  pin.className = 'map-pin';
  pin.setAttribute('aria-label', names.name);
  pin.setAttribute('aria-roledescription', names.role);
  pin.setAttribute('aria-describedby', describedBy);
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 30');
  drawing.setAttribute('aria-hidden', 'true');
  const drop = document.createElementNS(SVG, 'path');
  drop.setAttribute('d', 'M12 29.5C8 23.5 2.5 17.5 2.5 11a9.5 9.5 0 0 1 19 0c0 6.5-5.5 12.5-9.5 18.5Z');
  const eye = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: '12', cy: '11', r: '3.5' })) eye.setAttribute(name, value);
  drawing.append(drop, eye);
  pin.append(drawing);
  return pin;
}
