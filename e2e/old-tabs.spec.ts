import { expect, type Page, test } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { sendPress } from './support/gestures.ts';
import { isLong } from './support/long.ts';
import { type OwnSite, openSite } from './support/own-site.ts';
import { copySources, type OwnSources } from './support/own-sources.ts';
import { callout, expectStage, holdBackScripts, onlyCalloutOf, openPanic } from './support/press-journeys.ts';

const MINUTE_MS = 60_000;

const changeWords = (sources: OwnSources) =>
  sources.edit('lib/languages/en/hold.ts', 'Press and hold.', 'Press and hold it.');

test('tabs of an older build press after a deploy, whatever it changed', async ({ browser, playwright }) => {
  // Each deploy builds changed sources: one here, two in `npm run test:long`.
  test.setTimeout(patience(15 * MINUTE_MS));
  const sources = copySources();
  const site = await openSite(playwright, sources.root);
  try {
    const first = isLong ? await site.person(browser) : null;
    const second = await site.person(browser);
    const late = await site.person(browser, { serviceWorkers: 'block' });
    const letScriptsThrough = await holdBackScripts(late.page);
    await openPanic(late.page);
    const deployments = [await deploymentOf(site)];
    sources.removeConsole();

    if (first) {
      await test.step('the first deploy changes what the page shows', async () => {
        await site.redeploy(() => changeWords(sources));
        deployments.push(await deploymentOf(site));
        const doors = doorsOf(first.page);
        await expectPressArrives(site, first);
        // Action ids depend on code and key, so unchanged code has equal ids.
        expect(doors[0]).toBe('/panic 200');
      });
    }

    await test.step('the next deploy knows none of the actions that the old tab knows', async () => {
      await site.redeploy(() => {
        if (!first) changeWords(sources);
        for (const file of ['lib/panic/device/actions.ts', 'components/panic/press-page.tsx']) {
          sources.edit(file, 'raisePressAction', 'raiseOnePressAction');
        }
      });
      deployments.push(await deploymentOf(site));
      const doors = doorsOf(second.page);
      await expectPressArrives(site, second);
      expect(doors[0]).toBe('/panic 409');
      // Held, or delivered at once where the grace is over. A press kept on the device is sent again until its receipt is
      // there, so further answers are repeats.
      expect(doors[1]).toMatch(/^\/api\/panic 20[12]$/);
    });

    await test.step('a page whose scripts come when its build is gone is served them, and presses', async () => {
      const { page } = late;
      const answers: number[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/_next/static/')) answers.push(response.status());
      });
      letScriptsThrough();
      await expectPressArrives(site, late);
      expect(answers).not.toContain(404);
    });
    expect(new Set(deployments).size).toBe(first ? 3 : 2);
  } finally {
    await site.close();
    sources.remove();
  }
});

/** Deployment id of the pages served now. */
async function deploymentOf({ url }: OwnSite): Promise<string> {
  const page = await (await fetch(url)).text();
  const [, name] = /data-dpl-id="(\w+)"/.exec(page) ?? [];
  if (!name) throw new Error('the page does not name its deployment');
  return name;
}

/** Records where the page sends its press, with status. */
function doorsOf(page: Page): string[] {
  const doors: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const isDoor = response.request().method() === 'POST' && /^(\/api)?\/panic$/.test(pathname);
    if (isDoor) doors.push(`${pathname} ${response.status()}`);
  });
  return doors;
}

async function expectPressArrives({ sandbox }: OwnSite, { page, mobile }: { page: Page; mobile: string }) {
  await sendPress(page);
  await callout(page);
  // Served by the new build, and hydrated.
  await expectStage(page, 'Alarm sent.');
  await onlyCalloutOf(sandbox, mobile);
}
