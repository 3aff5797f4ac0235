import { type MapLibreMap, Marker } from 'maplibre-gl';
import type { Mark } from '#components/map/scene.ts';

export type Marks = { show: (marks: readonly Mark[]) => void };

type Shown = { marker: Marker; element: HTMLElement };

/**
 * Marks on a map. Those that lead somewhere are links: one stop of the Tab key for all of them, arrow keys from
 * one to the next, Enter to follow.
 */
export function createMarks(map: MapLibreMap, onOpen: (href: string) => void): Marks {
  const shown = new Map<string, Shown>();
  let links: HTMLElement[] = [];
  const focusable = (chosen: HTMLElement | undefined) => {
    for (const link of links) link.tabIndex = link === chosen ? 0 : -1;
  };
  const step = (event: KeyboardEvent) => {
    const at = event.currentTarget;
    const from = at instanceof HTMLElement ? links.indexOf(at) : -1;
    const next = links[nextIndex(event.key, from, links.length)];
    if (!next) return;
    // The map below scrolls by the same keys.
    event.preventDefault();
    event.stopPropagation();
    focusable(next);
    next.focus();
  };
  const add = (mark: Mark): Shown => {
    const element = elementOf(mark);
    if (mark.href !== null) {
      const { href } = mark;
      element.addEventListener('keydown', step);
      element.addEventListener('focus', () => focusable(element));
      element.addEventListener('click', (event) => {
        // In a new tab, if that is what was asked for.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen(href);
      });
    }
    const marker = new Marker({ element }).setLngLat(placeOf(mark)).addTo(map);
    return { marker, element };
  };
  return {
    show: (marks) => {
      const wanted = new Set(marks.map(({ key }) => key));
      for (const [key, { marker }] of shown) {
        if (wanted.has(key)) continue;
        marker.remove();
        shown.delete(key);
      }
      for (const mark of marks) {
        const known = shown.get(mark.key);
        if (known) {
          known.marker.setLngLat(placeOf(mark));
          dress(known.element, mark);
        } else shown.set(mark.key, add(mark));
      }
      links = marks.flatMap(({ key, href }) => (href === null ? [] : (shown.get(key)?.element ?? [])));
      focusable(links.find((link) => link === document.activeElement) ?? links[0]);
    },
  };
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

function placeOf({ place: { latitude, longitude } }: Mark): [number, number] {
  return [longitude, latitude];
}

function elementOf(mark: Mark): HTMLElement {
  const element = document.createElement(mark.href === null ? 'span' : 'a');
  if (mark.href === null) element.setAttribute('role', 'img');
  element.append(document.createElement('span'));
  dress(element, mark);
  return element;
}

function dress(element: HTMLElement, { href, label, letter, tone, isTest }: Mark): void {
  element.classList.add('map-mark');
  element.dataset.tone = tone;
  element.dataset.test = String(isTest);
  element.setAttribute('aria-label', label);
  element.title = label;
  if (href !== null) element.setAttribute('href', href);
  if (element.firstElementChild) element.firstElementChild.textContent = isTest ? `TEST ${letter}` : letter;
}
