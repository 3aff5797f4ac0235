import { join } from 'node:path';
import type { Page } from '@playwright/test';

const SIZES = { desktop: { width: 1_440, height: 900 }, phone: { width: 360, height: 740 } } as const;

/** Takes a README screenshot in `npm run screenshots`. */
export async function photograph(page: Page, name: string, size: keyof typeof SIZES): Promise<void> {
  const folder = process.env.VIGIL_SCREENSHOTS;
  if (!folder) return;
  const before = page.viewportSize();
  await page.setViewportSize(SIZES[size]);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  if (before) await page.setViewportSize(before);
}
