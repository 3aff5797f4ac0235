import vm from 'node:vm';
import { vi } from 'vitest';
import { driveHold } from '#components/panic/drive-hold.ts';
import { isFiring, type Timing } from '#components/panic/hold-machine.ts';
import { timingLine } from '#components/panic/timing.ts';

// The panic button without a browser, and simulated pointers, for tests of both builds: the imported modules
// and the bundled inline script.

class FakeElement {
  isConnected = true;
  hidden = false;
  checked = false;
  name = '';
  value = '';
  textContent = '';
  readonly dataset: { press?: string; timing?: string };
  constructor(press?: string) {
    this.dataset = press ? { press } : {};
  }
  closest(selector: string): FakeElement | null {
    const isAllow = this.dataset.press === 'allow';
    if (selector.startsWith('#position-notice')) return isAllow ? this : null;
    return !isAllow && (selector === '#press-form' || this.dataset.press) ? this : null;
  }
  querySelectorAll(): FakeElement[] {
    return [];
  }
  getBoundingClientRect() {
    return { left: 0, top: 0, width: 200, height: 200 };
  }
  toggleAttribute(name: string, isOn: boolean): void {
    if (name === 'hidden') this.hidden = isOn;
  }
  removeAttribute(name: string): void {
    this.toggleAttribute(name, false);
  }
}

class FakeForm extends FakeElement {
  readonly submitted: Record<string, string>[] = [];
  readonly parts = Object.fromEntries(
    ['panic', 'pad', 'note', 'grace', 'send', 'cancel', 'click', 'help', 'allow'].map((name) => [
      name,
      new FakeElement(name),
    ]),
  );
  private readonly fields = Object.fromEntries(
    ['pressId', 'pressedAt', 'latitude', 'longitude', 'accuracy', 'fixedAt', 'source', 'sentAt'].map(
      (name) => [name, new FakeElement()],
    ),
  );
  readonly elements = { namedItem: (name: string) => this.fields[name] ?? null };
  querySelector(selector: string): FakeElement | undefined {
    return this.parts[/"(.*)"/.exec(selector)?.[1] ?? ''];
  }
  submit(): void {
    this.submitted.push(
      Object.fromEntries(Object.entries(this.fields).map(([name, { value }]) => [name, value])),
    );
  }
}

export type FakePage = ReturnType<typeof fakePage>;

/** A window with a press form; `navigator` is configurable. */
export function fakePage(navigator: object = {}, timing?: Timing) {
  const form = new FakeForm();
  if (timing) form.dataset.timing = timingLine(timing);
  const notice = new FakeElement();
  notice.hidden = true;
  const elements: Record<string, FakeElement> = { 'press-form': form, 'position-notice': notice };
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), {
    getElementById: (id: string) => elements[id] ?? null,
    querySelector: (selector: string) => form.querySelector(selector) ?? null,
  });
  const stored = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  Object.assign(window, { localStorage, location: { assign: () => undefined } });
  const globals = {
    ...{ window, document, navigator, localStorage, Element: FakeElement },
    ...{ HTMLFormElement: FakeForm, HTMLInputElement: FakeElement, AbortController, crypto, console },
    // Read late, as tests may have replaced them (fake timers).
    ...{ performance, setTimeout, clearTimeout, setInterval, clearInterval, Date },
  };
  const fire = (on: EventTarget, type: string, target: string | undefined, details: object) => {
    const event = new Event(type, { cancelable: true });
    const element = target === undefined ? on : (form.parts[target] ?? new FakeElement());
    for (const [name, value] of Object.entries({ timeStamp: performance.now(), target: element, ...details }))
      Object.defineProperty(event, name, { value });
    on.dispatchEvent(event);
    return event;
  };
  return { form, notice, window, document, stored, globals, fire };
}

const FINGER = { button: 0, width: 40, height: 40, pressure: 0.5, detail: 0, isPrimary: true };

/** Simulated input. A pointer outside is far from the button. */
export function handOn({ window, document, fire }: FakePage) {
  const point = (type: string, pointerId: number, on: string | null, more: object = {}) => {
    const place = on === null ? { clientX: 900, clientY: 900 } : { clientX: 100, clientY: 100 };
    const isPrimary = pointerId === 1;
    return fire(window, type, on ?? 'elsewhere', {
      ...FINGER,
      ...place,
      ...{ pointerId, isPrimary, pointerType: 'touch', ...more },
    });
  };
  return {
    down: (pointerId = 1, on: string | null = 'panic', more = {}) =>
      point('pointerdown', pointerId, on, more),
    move: (pointerId: number, on: string | null) => point('pointermove', pointerId, on),
    up: (pointerId = 1, on: string | null = 'panic') => point('pointerup', pointerId, on),
    cancelled: (pointerId: number) => point('pointercancel', pointerId, 'panic'),
    click: (on: string, more = {}) => fire(window, 'click', on, { detail: 1, ...more }),
    key: (type: 'keydown' | 'keyup', key: string, more = {}) =>
      fire(window, type, 'panic', { key, repeat: false, ...more }),
    blur: () => fire(window, 'blur', undefined, {}),
    hide: () => fire(document, 'visibilitychange', undefined, {}),
  };
}

/** One build of the button and its observable behaviour. */
export type Rig = { page: FakePage; isSent: () => boolean; isWaiting: () => boolean; stop: () => void };

export function sourceRig(navigator?: object, timing?: Timing): Rig {
  const page = fakePage(navigator, timing);
  for (const [name, value] of Object.entries(page.globals)) vi.stubGlobal(name, value);
  let state = 'idle';
  let sent = false;
  const driver = driveHold({
    timing,
    onStep: (before, after) => {
      state = after.name;
      sent ||= isFiring(before, after);
    },
  });
  const isWaiting = () => state === 'grace' || state === 'asking';
  return { page, isSent: () => sent, isWaiting, stop: () => void driver.stop() };
}

export function inlineRig(script: string, navigator?: object, timing?: Timing): Rig {
  const page = fakePage(navigator, timing);
  vm.runInNewContext(script, page.globals);
  const { note, grace } = page.form.parts;
  if (!note || !grace) throw new Error('the page lacks its parts');
  const isSent = () => page.form.submitted.length > 0 || /^(Sending…|No answer yet)/.test(note.textContent);
  const stop = () => {
    if ('vigilEarlyPress' in page.window && typeof page.window.vigilEarlyPress === 'function')
      page.window.vigilEarlyPress();
  };
  grace.hidden = true;
  return { page, isSent, isWaiting: () => !grace.hidden, stop };
}
