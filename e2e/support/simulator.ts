import type { Page } from '@playwright/test';

/** Buttons of the Responder Simulator in order, with the resulting stage and what the person reads. */
export const SIMULATOR_STEPS = [
  { button: 'Take ownership', stage: 'Owned', sentence: 'The control room is helping.' },
  { button: 'Dispatch responder', stage: 'Dispatched', sentence: 'Help is on the way.' },
  { button: 'Arrive on scene', stage: 'Arrived', sentence: 'Help is here.' },
  { button: 'Complete', stage: 'Completed', sentence: 'Help has left.' },
  { button: 'Close callout', stage: 'Closed', sentence: 'This has ended.' },
] as const;

export async function openSimulator(page: Page, sandboxUrl: string, calloutId: string): Promise<void> {
  await page.goto(`${sandboxUrl}/simulator?calloutId=${calloutId}`);
}
