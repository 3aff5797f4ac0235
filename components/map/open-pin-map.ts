import { type MapLibreMap, Marker } from 'maplibre-gl';
import { type MapOptions, openMap } from '#components/map/open-map.ts';
import { movedByKey, onMap, type Place, stepM } from '#components/map/pin-model.ts';

type PinMapOptions = MapOptions & {
  pin: Place | null;
  /** The id of the text that says how the pin is moved. */
  describedBy: string;
  /** The person put the pin somewhere else. */
  onMove: (place: Place) => void;
  /** What one press of an arrow key is worth now, in metres. */
  onStep: (metres: number) => void;
};

export type PinMap = {
  /** Puts the pin where it is said elsewhere, and shows that place; null takes it away. */
  show: (place: Place | null) => void;
  /** Where a pin would be put that nobody has put yet. */
  middle: () => Place;
  close: () => void;
};

/** A map with one pin that mouse, finger and arrow keys move. */
export function openPinMap(options: PinMapOptions): PinMap {
  const map = openMap(options);
  const element = pinElement(options.describedBy);
  const marker = new Marker({ element, anchor: 'bottom', draggable: true });
  let pin: Place | null = null;

  const sayStep = () => options.onStep(stepM((pin ?? placeOf(map.getCenter())).latitude, map.getZoom()));
  const put = (place: Place | null) => {
    const wasShown = pin !== null;
    pin = place;
    if (place) marker.setLngLat([place.longitude, place.latitude]);
    // Adding it again would take the focus away from under the arrow keys.
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
    // A click on the pin is a click on the map below it, too.
    if (!(originalEvent.target instanceof Node && element.contains(originalEvent.target))) {
      move(onMap(placeOf(lngLat)));
    }
  });
  map.on('zoomend', sayStep);
  element.addEventListener('keydown', (event) => {
    const place = pin && movedByKey(pin, event.key, map.getZoom(), event.shiftKey);
    if (!place) return;
    // Neither the page nor the map below may scroll by the same key.
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
  // A jump, not a flight: it is to be seen where the pin is, and nothing has to move for that.
  if (!map.getBounds().contains([longitude, latitude])) map.jumpTo({ center: [longitude, latitude] });
}

function placeOf({ lat, lng }: { lat: number; lng: number }): Place {
  return { latitude: lat, longitude: lng };
}

const SVG = 'http://www.w3.org/2000/svg';

function pinElement(describedBy: string): HTMLElement {
  const pin = document.createElement('button');
  pin.type = 'button';
  pin.className = 'map-pin';
  pin.setAttribute('aria-label', 'Pin');
  pin.setAttribute('aria-roledescription', 'pin that arrow keys move');
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
