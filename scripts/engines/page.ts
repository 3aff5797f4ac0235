import { expect } from '@playwright/test';
import { patience } from '#lib/testing/patience.ts';
import type { Driver } from './driver.ts';

type Point = { readonly x: number; readonly y: number };

/** A stage of the road takes this long at most, in any engine. */
const WITHIN_MS = 30_000;
/** The grace is three seconds: a look twice a second would waste much of it. */
const LOOK_AT_MS = [100];
const BUTTON = 'button:enabled';
const ANY = `${BUTTON}, a[href], summary`;
const SHOWN_OF_A_FAILURE = 1_500;

export type Page = ReturnType<typeof pageOf>;

/** What a person does on a page, in an engine that Playwright cannot drive. */
export function pageOf(driver: Driver) {
  async function ask<Args extends unknown[], Answer>(
    question: (...args: Args) => Answer,
    ...args: Args
  ): Promise<Answer> {
    const called = `(${question})(...${JSON.stringify(args)})`;
    return JSON.parse(await driver.evaluate(`JSON.stringify(${called} ?? null)`));
  }

  /** Waits until the page answers the question with yes. */
  async function until<Args extends unknown[]>(
    what: string,
    question: (...args: Args) => unknown,
    ...args: Args
  ) {
    let answer: unknown;
    const look = async () => {
      answer = await ask(question, ...args);
      return Boolean(answer);
    };
    try {
      await expect.poll(look, { timeout: patience(WITHIN_MS), intervals: LOOK_AT_MS }).toBe(true);
    } catch {
      const text = await ask(textWith, '');
      throw new Error(`${what}: not within the time. The page:\n${text?.slice(0, SHOWN_OF_A_FAILURE)}`);
    }
    return answer;
  }

  /** Where a hand finds a control, once it is there and nothing lies over it. */
  const find = async (name: string, kinds = ANY) => (await until(name, pointOf, name, kinds)) as Point;

  const point = (actions: readonly PointerStep[]) =>
    driver.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  const moveTo = (at: Point) => ({ type: 'pointerMove', ...at }) as const;
  const down = { type: 'pointerDown', button: 0 } as const;
  const up = { type: 'pointerUp', button: 0 } as const;

  const click = async (name: string) => point([moveTo(await find(name)), down, up]);

  return {
    ask,
    until,
    click,
    go: (url: string) => driver.go(url),
    /** Only a button: a link may have the same name. */
    putDown: async (button: string) => point([moveTo(await find(button, BUTTON)), down]),
    lift: () => point([up]),
    fill: async (label: string, text: string) => {
      await click(label);
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value } as const,
        { type: 'keyUp', value } as const,
      ]);
      await driver.act([{ type: 'key', id: 'keyboard', actions }]);
    },
    shows: (name: string) => find(name),
    showsButton: (name: string) => find(name, BUTTON),
    says: (text: string) => until(text, textWith, text),
  };
}

type PointerStep = Extract<Parameters<Driver['act']>[0][number], { type: 'pointer' }>['actions'][number];

/** Runs in the page: its address and the text that one sees, if this is in it. */
function textWith(part: string): string | null {
  // biome-ignore lint/performance/useDomNodeTextContent: it would give scripts and hidden parts, too
  const shown = document.body.innerText;
  return shown.includes(part) ? `${location.href}\n${shown}` : null;
}

/** Runs in the page, so it stands by itself. The name is a control's own text or its label's. */
function pointOf(name: string, kinds: string): Point | null {
  const isNamed = (text: string | null | undefined) => text?.trim() === name;
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  const labelled = fields.filter(({ labels }) =>
    [...(labels ?? [])].some(({ textContent }) => isNamed(textContent)),
  );
  const controls = [...document.querySelectorAll(kinds)].filter((control) =>
    isNamed(control.getAttribute('aria-label') ?? control.textContent),
  );
  const found = [...labelled, ...controls].find((control) => control.checkVisibility());
  if (!found) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const at = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  return found.contains(document.elementFromPoint(at.x, at.y)) ? at : null;
}
