import type { Page } from '@playwright/test';
import { press } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';

// An operator's page stays where it is: what comes after the first paint, or by itself, moves nothing that somebody is
// about to click.

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 360, height: 640 },
] as const;

type Moved = { value: number; what: string[] };

/** Layout shifts since the page began, without those that follow a tap. */
async function movedOn(page: Page): Promise<Moved[]> {
  return page.evaluate(
    () =>
      new Promise<Moved[]>((resolve) => {
        type Shift = PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        };
        const observer = new PerformanceObserver((list) => {
          // safe: entries of the type that is observed
          const shifts = list.getEntries() as Shift[];
          observer.disconnect();
          resolve(
            shifts
              .filter(({ hadRecentInput }) => !hadRecentInput)
              .map(({ value, sources }) => ({
                value,
                what: sources.map(({ node }) => (node?.textContent ?? '').slice(0, 80)),
              })),
          );
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Without a shift nothing is reported.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      }),
  );
}

for (const size of SIZES) {
  test(`at ${size.width} px the alarms of a page come without moving it`, async ({ operator, person }) => {
    await operator.setViewportSize(size);
    const strip = operator.getByRole('region', { name: 'Alarms' });
    await operator.goto('/admin/account');
    await expect(strip).not.toContainText('The alarms are on the board.');
    await press(person.page, 'real');
    await expect(strip).toContainText(/\d+ New/);
    await expect(strip).toContainText('Newest');
    expect(await movedOn(operator)).toEqual([]);

    await operator.reload();
    await expect(strip).toContainText('Newest');
    expect(await movedOn(operator)).toEqual([]);
  });
}
