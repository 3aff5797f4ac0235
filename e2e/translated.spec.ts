import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import type { Step } from './support/sandbox-control.ts';

/** Simulates a page translator: wraps every text node in a new element. */
async function translate(page: Page): Promise<void> {
  // Translators wait for the loaded page; before hydration a changed text is a different failure.
  await page.waitForFunction(() => {
    const heading = document.querySelector('main h1');
    return heading !== null && Object.keys(heading).some((key) => key.startsWith('__reactFiber'));
  });
  await page.evaluate(() => {
    const translated = new WeakSet<Node>();
    const untouched = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'TITLE']);
    const take = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) {
        const parent = node.parentElement;
        if (!parent || untouched.has(parent.tagName) || translated.has(node) || !node.nodeValue?.trim())
          return;
        // Same words, as journeys search for them; only the node matters to React.
        const words = document.createTextNode(node.nodeValue);
        translated.add(words);
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.append(words);
        outer.append(inner);
        parent.replaceChild(outer, node);
        return;
      }
      for (const child of [...node.childNodes]) take(child);
    };
    take(document.body);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') take(target);
        for (const added of addedNodes) take(added);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

const STAGES: [Step, string, string][] = [
  ['own', 'Owned', 'The control room is helping'],
  ['dispatch', 'Dispatched', 'Help is on the way'],
  ['arrive', 'Arrived', 'Help is here'],
  ['complete', 'Completed', 'Help has left'],
  ['close', 'Closed', 'This has ended'],
];

/** No React error, which an error boundary would show. */
const expectWhole = (page: Page) => expect(page.getByText('Something went wrong')).toHaveCount(0);

test('a translated page follows every stage, the person’s and the operator’s', async ({
  person,
  operator,
  sandbox,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await operator.goto(`/admin/callouts/${id}`);
  const board = await operator.context().newPage();
  await board.goto(`/admin/callouts?search=${id}`);
  for (const each of [page, operator, board]) await translate(each);
  for (const [step, name, sentence] of STAGES) {
    await sandbox.step(id, step);
    await expect(page.getByRole('main').getByRole('status').first()).toContainText(sentence);
    await expect(operator.getByRole('main').getByRole('status').first()).toContainText(name);
    await expect(
      board
        .getByRole('row')
        .filter({ hasText: `${id}` })
        .last(),
    ).toContainText(name);
    for (const each of [page, operator, board]) await expectWhole(each);
  }
});

test('a translated panic page takes a press', async ({ person }) => {
  const { page } = person;
  await page.goto('/panic');
  await translate(page);
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expectWhole(page);
});
