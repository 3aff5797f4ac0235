import type { Page } from '@playwright/test';

/** Buttons of the Responder Simulator in order, with the resulting stage. */
export const SIMULATOR_STEPS = [
  { button: 'Take ownership', stage: 'Owned' },
  { button: 'Dispatch responder', stage: 'Dispatched' },
  { button: 'Arrive on scene', stage: 'Arrived' },
  { button: 'Complete', stage: 'Completed' },
  { button: 'Close callout', stage: 'Closed' },
] as const;

export async function openSimulator(page: Page, sandboxUrl: string, calloutId: string): Promise<void> {
  await page.goto(`${sandboxUrl}/simulator?calloutId=${calloutId}`);
}
