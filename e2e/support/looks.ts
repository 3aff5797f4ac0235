import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'] as const;
const PHONE = 360;
const DESK = 1_440;
/** Operators' pages also hang on a wall. */
const WALL = 1_920;
const HEIGHT = 900;

/**
 * Looks at the page as it stands, in light and dark, small and large: axe must find nothing. What is
 * framed is not ours to name or order; the sandbox's pages are looked at by themselves.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    // Colours that are still on their way from the other scheme would be judged as they are at that moment.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [PHONE, isOperators(page) ? WALL : DESK]) {
      await page.setViewportSize({ width, height: HEIGHT });
      // Legacy: without frames there are no parts to put together, which would take a page of its own each time.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ runOnly: RULES, resultTypes: ['violations'] })
        .exclude('iframe')
        .analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.map(({ html }) => html),
      }));
      expect.soft(found, `${state}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

/** With text twice as large, a phone's screen must still be wide enough. */
export async function expectReadableAtDoubleSize(page: Page, state: string): Promise<void> {
  await page.setViewportSize({ width: PHONE, height: HEIGHT });
  // The page as it comes to rest: right after the change of size parts of it may still be as wide as before.
  await expect
    .configure({ soft: true })
    .poll(() => page.evaluate(beyondTheEdge), `${state}: beyond the edge of the screen`)
    .toEqual([]);
}

/** In the page: what is beyond the right edge with text twice as large, unless all of it can be had there. */
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
  return isWider && found.length === 0 ? ['something that could not be told'] : found;
}

function isOperators(page: Page): boolean {
  return new URL(page.url()).pathname.startsWith('/admin');
}
