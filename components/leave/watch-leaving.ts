import { countShift, NO_SHIFTS, SHIFT_PAUSE_MS, SHIFTS_TO_LEAVE } from '#components/leave/shift-model.ts';
import { monotonicMs } from '#lib/platform/clock.ts';

// *Leave this page*: blanks at once, goes to a neutral site in the place of this page, and shows nothing on Back. Part of
// an inline script of every page, so that it works from the first paint and on pages that Back leads to: no React.

/** In the memory of the tab: it has left, so what lies behind in its history is not to be shown. */
const LEFT_KEY = 'vigil-left';

export function watchLeaving(): void {
  const [navigation] = performance.getEntriesByType('navigation');
  // safe: what the browser lists under this name is of this type
  if ((navigation as PerformanceNavigationTiming | undefined)?.type === 'back_forward') stayAway();
  else recall(null);
  window.addEventListener('pageshow', ({ persisted }) => persisted && stayAway());
  window.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      const link = target instanceof Element ? target.closest<HTMLElement>('a[data-leave]') : null;
      if (!link) return;
      event.preventDefault();
      leave(link.dataset.leave);
    },
    { capture: true },
  );
  watchShift();
}

function watchShift(): void {
  let shifts = NO_SHIFTS;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const onKey = ({ type, key }: KeyboardEvent) => {
    const link = document.querySelector<HTMLElement>('a[data-leave]');
    if (!link) return;
    const before = shifts.count;
    shifts = countShift(shifts, { isDown: type === 'keydown', key, at: monotonicMs() });
    const { count } = shifts;
    if (count === SHIFTS_TO_LEAVE) return leave(link.dataset.leave);
    if (count === before) return;
    clearTimeout(ending);
    say(count);
    if (count > 0)
      ending = setTimeout(() => {
        shifts = NO_SHIFTS;
        say(0);
      }, SHIFT_PAUSE_MS);
  };
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, onKey, { capture: true });
}

/** Announces how often Shift is still to be pressed, by the lines that the page brings; at 0 that it stays. */
function say(count: number): void {
  const words = document.querySelector<HTMLElement>('[data-leave-words]');
  if (words) words.textContent = words.dataset.leaveWords?.split('\n')[count] ?? '';
}

function leave(to: string | undefined): void {
  if (!to) return;
  recall(to);
  vanish(to);
}

function stayAway(): void {
  const to = recall();
  if (to) vanish(to);
}

/** Hidden before the other site answers, however slow the line is. Replaced, so Back does not lead here. */
function vanish(to: string): void {
  document.documentElement.style.display = 'none';
  document.title = new URL(to).hostname;
  window.location.replace(to);
}

/** Reads where this tab has left to; keeps it, or with null forgets it. */
function recall(to?: string | null): string | null {
  try {
    if (to) sessionStorage.setItem(LEFT_KEY, to);
    else if (to === null) sessionStorage.removeItem(LEFT_KEY);
    return sessionStorage.getItem(LEFT_KEY);
  } catch {
    // A browser that keeps nothing leaves all the same; only Back may show a page before this one.
    return null;
  }
}
