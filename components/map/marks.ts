import { type MapLibreMap, Marker } from 'maplibre-gl';
import { type Group, grouped, roomFor } from '#components/map/group-model.ts';
import type { Mark } from '#components/map/scene.ts';

export type Marks = { show: (marks: readonly Mark[]) => void };

export type Follow = {
  /** A mark with a link was chosen. */
  onOpen: (href: string) => void;
  /** Marks at one place were chosen, which no zoom separates. */
  onTogether: (keys: readonly string[]) => void;
};

type Shown = { marker: Marker; element: HTMLElement; group: Group };

/** Clustered marks. All are one Tab stop (roving tabindex): arrow keys move, Enter opens. */
export function createMarks(map: MapLibreMap, follow: Follow): Marks {
  const shown = new Map<string, Shown>();
  let all: readonly Mark[] = [];
  let stops: HTMLElement[] = [];
  const makeStop = (chosen: HTMLElement | undefined) => {
    for (const stop of stops) stop.tabIndex = stop === chosen ? 0 : -1;
  };
  const step = (event: KeyboardEvent) => {
    const at = event.currentTarget;
    const from = at instanceof HTMLElement ? stops.indexOf(at) : -1;
    const next = stops[nextIndex(event.key, from, stops.length)];
    if (!next) return;
    // The map would scroll by the same keys.
    event.preventDefault();
    event.stopPropagation();
    makeStop(next);
    next.focus();
  };
  const choose = (key: string, event: MouseEvent) => {
    // Modifier keys open a new tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const group = shown.get(key)?.group;
    if (!group) return;
    open(group, { map, follow, event });
  };
  const add = (key: string, group: Group) => {
    const element = elementFor(group);
    if (isStop(group)) {
      element.addEventListener('keydown', step);
      element.addEventListener('focus', () => makeStop(element));
      element.addEventListener('click', (event) => choose(key, event));
    }
    shown.set(key, { marker: new Marker({ element }).setLngLat(placeOf(group)).addTo(map), element, group });
  };
  const draw = () => {
    const focused = [...shown.values()].find(({ element }) => element === document.activeElement);
    const wanted = new Map(grouped(all, map.getZoom()).map((group) => [keyOf(group), group]));
    for (const [key, { marker }] of shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      shown.delete(key);
    }
    for (const [key, group] of wanted) {
      const known = shown.get(key);
      if (!known) add(key, group);
      else {
        known.group = group;
        known.marker.setLngLat(placeOf(group));
      }
      const element = shown.get(key)?.element;
      if (element) dress(element, group);
    }
    stops = [...wanted].flatMap(([key, group]) => (isStop(group) ? (shown.get(key)?.element ?? []) : []));
    const successor = focused && holderOf(shown, focused.group.members[0].key);
    makeStop(successor ?? stops[0]);
    // Restore the focus that was on a separated cluster.
    if (successor && successor !== document.activeElement) successor.focus();
  };
  map.on('zoomend', draw);
  return {
    show: (marks) => {
      all = marks;
      draw();
    },
  };
}

type Opening = { map: MapLibreMap; follow: Follow; event: MouseEvent };

/** Opens a single mark; zooms in on a cluster where that separates it. */
function open(group: Group, { map, follow, event }: Opening): void {
  const [first, ...others] = group.members;
  const room = roomFor(group);
  if (others.length === 0) {
    if (first.href !== null) follow.onOpen(first.href);
  } else if (room) map.fitBounds(room, { padding: 96, animate: false }, { originalEvent: event });
  else follow.onTogether(group.members.map(({ key }) => key));
}

/** The element that shows a mark, alone or in a cluster. */
function holderOf(shown: ReadonlyMap<string, Shown>, key: string): HTMLElement | undefined {
  const holder = [...shown.values()].find(({ group }) => group.members.some((mark) => mark.key === key));
  return holder?.element;
}

/** Next index by arrow key, wrapping; -1 for other keys. */
function nextIndex(key: string, from: number, count: number): number {
  if (count === 0) return -1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

/** Stable key, so that elements are reused; links and buttons never swap. */
function keyOf({ members: [first, ...others] }: Group): string {
  return others.length === 0 ? first.key : `${first.key}+`;
}

function isStop({ members: [first] }: Group): boolean {
  return first.href !== null;
}

function placeOf({ place: { latitude, longitude } }: Group): [number, number] {
  return [longitude, latitude];
}

function elementFor(group: Group): HTMLElement {
  const element = document.createElement(!isStop(group) ? 'span' : group.members.length > 1 ? 'button' : 'a');
  if (!isStop(group)) element.setAttribute('role', 'img');
  if (element instanceof HTMLButtonElement) element.type = 'button';
  element.classList.add('map-mark');
  element.append(document.createElement('span'));
  return element;
}

function dress(element: HTMLElement, { members }: Group): void {
  const [first] = members;
  const isOne = members.length === 1;
  const isTest = members.every((mark) => mark.isTest);
  const letter = isOne ? first.letter : `${members.length}`;
  const words = isTest ? `TEST ${letter}` : letter;
  const name = isOne ? first.label : `${members.length} close together: ${first.label} and others`;
  // Voice control: the label starts with the visible text.
  const label = isTest ? `${words}: ${name}` : name;
  element.dataset.tone = isOne ? first.tone : 'group';
  element.dataset.test = String(isTest);
  element.setAttribute('aria-label', label);
  element.title = label;
  if (isOne && first.href !== null) element.setAttribute('href', first.href);
  if (element.firstElementChild) element.firstElementChild.textContent = words;
}
