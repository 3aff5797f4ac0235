import { type MapLibreMap, Marker } from 'maplibre-gl';
import { type Group, grouped, roomFor } from '#components/map/group-model.ts';
import type { Mark } from '#components/map/scene.ts';

export type Marks = { show: (marks: readonly Mark[]) => void };

export type Follow = {
  /** Somebody chose a mark that leads somewhere. */
  onOpen: (href: string) => void;
  /** Somebody chose marks that lie at one place, which no zoom takes apart. */
  onTogether: (keys: readonly string[]) => void;
};

type Shown = { marker: Marker; element: HTMLElement; group: Group };

/**
 * Marks on a map; those that would lie on one another are one with their number, which zooms in. What can be
 * chosen is one stop of the Tab key: arrow keys lead from one to the next, Enter follows.
 */
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
    // The map below scrolls by the same keys.
    event.preventDefault();
    event.stopPropagation();
    makeStop(next);
    next.focus();
  };
  const choose = (key: string, event: MouseEvent) => {
    // In a new tab, if that is what was asked for.
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
    // A group that was taken apart took the focus with it.
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

/** Follows a mark that stands alone; takes several apart, where a zoom can. */
function open(group: Group, { map, follow, event }: Opening): void {
  const [first, ...others] = group.members;
  const room = roomFor(group);
  if (others.length === 0) {
    if (first.href !== null) follow.onOpen(first.href);
  } else if (room) map.fitBounds(room, { padding: 96, animate: false }, { originalEvent: event });
  else follow.onTogether(group.members.map(({ key }) => key));
}

/** The element that shows a mark now, by itself or among others. */
function holderOf(shown: ReadonlyMap<string, Shown>, key: string): HTMLElement | undefined {
  const holder = [...shown.values()].find(({ group }) => group.members.some((mark) => mark.key === key));
  return holder?.element;
}

/** Where an arrow key leads, round the end; nowhere (-1) for every other key. */
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

/** The same mark keeps its element; a link never becomes a button. */
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
  // Whoever speaks to their computer says what they see.
  const label = isTest ? `${words}: ${name}` : name;
  element.dataset.tone = isOne ? first.tone : 'group';
  element.dataset.test = String(isTest);
  element.setAttribute('aria-label', label);
  element.title = label;
  if (isOne && first.href !== null) element.setAttribute('href', first.href);
  if (element.firstElementChild) element.firstElementChild.textContent = words;
}
