import { expect } from '@playwright/test';
import { patience } from '#lib/testing/patience.ts';
import type { SandboxControl } from '../../e2e/support/sandbox-control.ts';
import { asTyped, type Visitor } from '../../e2e/support/visitors.ts';
import type { Page } from './page.ts';
import type { Place } from './receiver.ts';

// The road of a person through the product, the same in each engine.

/** Where the person stands at the press, and two steps that a walker can have made. */
export const WAY: readonly [Place, Place, Place] = [
  { latitude: -26.1, longitude: 28.05, accuracy: 12 },
  { latitude: -26.1004, longitude: 28.0504, accuracy: 11 },
  { latitude: -26.1008, longitude: 28.0508, accuracy: 10 },
];
const ASKED = 'Where in the house?';
const ANSWERED = 'Upstairs';

export type Road = {
  readonly url: string;
  readonly page: Page;
  readonly sandbox: SandboxControl;
  readonly visitor: Visitor;
  readonly moveTo: (place: Place) => void;
};

/** The stages in order; each goes on where the one before ended. */
export const STAGES: readonly (readonly [string, (road: Road) => Promise<void>])[] = [
  ['registers with the code of a text message', register],
  ['holds the button, and cancels within the grace', cancelInGrace],
  ['holds it again, and comes to the page of the callout', press],
  ['sees AURA’s tracking page in its frame, or the link to it', seesTracking],
  ['sends a second and a third position without a further tap', streams],
  ['has a message of the control room first on the page, and answers', answers],
  ['says that they are safe, and comes to the end and back to the button', ends],
];

async function register({ url, page, sandbox, visitor }: Road): Promise<void> {
  await page.go(`${url}/register`);
  await page.fill('Name', visitor.name);
  await page.fill('Surname', visitor.surname);
  await page.fill('Mobile number', asTyped(visitor.mobile));
  await page.click('Register');
  await page.shows('Code');
  await page.fill('Code', await sandbox.codeFor(visitor.mobile));
  await page.click('Confirm');
  await page.until('the page of the button', () => location.pathname === '/panic');
}

/** The page reports the end of the hold: nobody counts seconds. */
async function hold(page: Page): Promise<void> {
  await page.putDown('Panic');
  await page.shows('Send now');
  await page.lift();
}

async function cancelInGrace({ page, sandbox, visitor }: Road): Promise<void> {
  await hold(page);
  await page.click('Cancel');
  await page.showsButton('Panic');
  expect(await sandbox.calloutsOf(visitor.mobile), 'nothing has reached AURA').toEqual([]);
}

async function press({ page, sandbox, visitor }: Road): Promise<void> {
  await hold(page);
  await page.until('the page of the callout', () => /^\/callouts\/\d+$/.test(location.pathname));
  await page.says('Help for you');
  expect(await sandbox.calloutsOf(visitor.mobile), 'one press, one callout').toHaveLength(1);
}

async function seesTracking({ page }: Road): Promise<void> {
  await page.until('the frame of tracking, or its link', () => {
    const frame = document.querySelector('iframe[title="Live tracking"]');
    const links = [...document.querySelectorAll('a[target="_blank"]')];
    return frame?.checkVisibility() || links.some((link) => link.textContent?.includes('Open tracking'));
  });
}

async function streams({ moveTo, sandbox, visitor }: Road): Promise<void> {
  const newest = async () => (await sandbox.calloutOf(visitor.mobile)).trail.at(-1);
  for (const place of WAY) {
    moveTo(place);
    await expect
      .poll(newest, { timeout: patience(60_000), message: `${place.latitude} reaches AURA` })
      .toMatchObject(place);
  }
}

async function answers({ page, sandbox, visitor }: Road): Promise<void> {
  const { id } = await sandbox.calloutOf(visitor.mobile);
  await sandbox.say(id, ASKED);
  await page.until('the message in sight, with the focus and in the title', isCalled, ASKED);
  expect(await page.ask(isFirst), 'the message is the first of the page').toBe(true);
  await page.click('Answer');
  await page.fill('Message', ANSWERED);
  await page.click('Send message');
  await expect.poll(() => sandbox.eventsOf(id), { timeout: patience(30_000) }).toEqual([ASKED, ANSWERED]);
  await page.says('The control room has it.');
}

/** Runs in the page. */
function isCalled(text: string): boolean {
  const notice = [...document.querySelectorAll('main [role=alert]')].find((alert) =>
    alert.textContent?.includes(text),
  );
  if (!notice || notice !== document.activeElement || !document.title.startsWith('(1) ')) return false;
  const { top, bottom } = notice.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** Runs in the page: nothing that changes by itself stands before the message. */
function isFirst(): boolean {
  return document.querySelector('main :is([role=alert], [role=status], [role=log])')?.role === 'alert';
}

async function ends({ page, sandbox, visitor }: Road): Promise<void> {
  await page.click('I am safe');
  await page.fill('Last four digits of your registered number', visitor.mobile.slice(-4));
  await page.click('Say that I am safe');
  await page.says('You said you are safe. Help may still come.');
  const status = async () => (await sandbox.calloutOf(visitor.mobile)).status;
  await expect.poll(status, { timeout: patience(30_000) }).toBe('Responder Cancelled');
  const { id } = await sandbox.calloutOf(visitor.mobile);
  await sandbox.step(id, 'close');
  await page.click('Back to the button');
  await page.showsButton('Panic');
}
