import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const SCHEMES = ['light', 'dark'] as const;
const PHONE = 360;
const DESK = 1_440;
/** Wall displays. */
const WALL = 1_920;
const HEIGHT = 900;

/**
 * Runs axe on the page in light and dark, small and large. In dark only what depends on colours runs again. Frames
 * are excluded: the sandbox's pages are tested separately.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // Next streams metadata: the title may come after what a journey waits for.
  await expect(page).toHaveTitle(/./);
  for (const colorScheme of SCHEMES) {
    // Colours in transition would be judged.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [PHONE, isOperators(page) ? WALL : DESK]) {
      await page.setViewportSize({ width, height: HEIGHT });
      const found = await runAxe(page, colorScheme === 'light' ? RULES : COLOUR_RULES);
      expect.soft(found, `${state}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

async function runAxe(page: Page, runOnly: string[]) {
  // Once per document: its source is half a megabyte. Evaluated by the browser's debugger, so no policy refuses it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((options) => window.axe.run({ exclude: ['iframe'] }, options), {
    runOnly,
    resultTypes: ['violations' as const],
    iframes: false,
  });
  return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
}

/** At 200 % text size a phone must not need horizontal scrolling. */
export async function expectReadableAtDoubleSize(page: Page, state: string): Promise<void> {
  await page.setViewportSize({ width: PHONE, height: HEIGHT });
  // Layout settles after the resize.
  await expect
    .configure({ soft: true })
    .poll(() => page.evaluate(beyondTheEdge), `${state}: beyond the edge of the screen`)
    .toEqual([]);
}

/** In the page: elements beyond the right edge that cannot be scrolled to. */
function beyondTheEdge(): string[] {
  const root = document.documentElement;
  root.style.fontSize = '200%';
  const edge = root.clientWidth;
  const isBeyond = (element: Element) =>
    element.getBoundingClientRect().right > edge + 1 && !element.closest('.overflow-x-auto');
  const isWider = root.scrollWidth > edge;
  const found = [...document.body.querySelectorAll('*')]
    .filter((element) => isWider && isBeyond(element) && ![...element.children].some(isBeyond))
    .map((element) => element.outerHTML.slice(0, 200));
  root.style.fontSize = '';
  return isWider && found.length === 0 ? ['something unknown'] : found;
}

function isOperators(page: Page): boolean {
  return new URL(page.url()).pathname.startsWith('/admin');
}
