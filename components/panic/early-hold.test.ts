import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRESS_KEY } from '#components/panic/device-store.ts';
import { cancelEarly, holdEarly, releaseEarly } from '#components/panic/early-hold.ts';
import { CANCEL_UNHEARD, NOTHING_SENT } from '#components/panic/hold-words.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { PressDraft } from '#components/panic/press-draft.ts';

const TOKEN = 'the press token';
let stored: Map<string, string>;
let asked: ReturnType<typeof vi.fn<(path: string, init: RequestInit) => Promise<Response>>>;
const assign = vi.fn();
const FIX: SoughtFix = {
  ...{ latitude: -26.1, longitude: 28.1, accuracy: 80, source: 'live' },
  fixedAt: '2026-12-01T06:00:00.000Z',
};
const SEEKER = { settle: async () => ({}), stop: () => undefined };

beforeEach(() => {
  stored = new Map();
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  asked = vi.fn(async () => Response.json({ state: 'held' }, { status: 202 }));
  vi.stubGlobal('window', { localStorage, location: { assign } });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', asked);
  assign.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

const draftOf = (): PressDraft & { press: object } => ({ press: newPress('real') });
const pathOf = (call: number) => asked.mock.calls[call]?.[0];
const pressIdOf = ({ press }: PressDraft) => press?.pressId;

describe('before React is there', () => {
  it('a press goes to be held by a request that outlives the page, and is kept', () => {
    const draft = draftOf();
    holdEarly(draft, 3_000, TOKEN);
    const [path, init] = asked.mock.calls[0] ?? [];
    expect(path).toBe('/api/panic');
    expect(init).toMatchObject({ method: 'POST', keepalive: true });
    expect(JSON.parse(String(init?.body))).toMatchObject({
      ...draft.press,
      pressToken: TOKEN,
      graceSeconds: 3,
    });
    expect(draft.isSentToBeHeld).toBe(true);
    expect(JSON.parse(stored.get(PRESS_KEY) ?? 'null')).toEqual(draft.press);
  });

  it('the first position that is found within the grace follows it, unless the press was cancelled', async () => {
    for (const isCancelled of [false, true]) {
      const draft = draftOf();
      let latest: SoughtFix | undefined;
      const first = Promise.withResolvers<SoughtFix>();
      draft.seeker = { ...SEEKER, best: () => latest, first: first.promise };
      asked.mockClear();
      holdEarly(draft, 3_000, TOKEN);
      if (isCancelled) Object.assign(draft, { press: undefined });
      latest = FIX;
      first.resolve(FIX);
      await first.promise;
      const sent = asked.mock.calls.map(([, init]) => JSON.parse(String(init.body)).location);
      expect(sent).toEqual(isCancelled ? [undefined] : [undefined, FIX]);
    }
  });

  it.each([
    ['without a connection', () => vi.stubGlobal('navigator', { onLine: false })],
    ['in a browser that cannot ask', () => vi.stubGlobal('fetch', undefined)],
  ])('%s the page holds the press itself', async (_how, stub) => {
    stub();
    const draft = draftOf();
    holdEarly(draft, 3_000, TOKEN);
    expect(draft.isSentToBeHeld).toBeUndefined();
    expect(stored.size).toBe(0);
    await releaseEarly(draft, TOKEN);
    expect(asked).not.toHaveBeenCalled();
  });

  it('the end of the grace releases it, with or without an answer', async () => {
    const draft = draftOf();
    holdEarly(draft, 3_000, TOKEN);
    asked.mockRejectedValueOnce(new Error('no connection'));
    await releaseEarly(draft, TOKEN);
    expect(pathOf(1)).toBe(`/api/panic/${pressIdOf(draft)}/send`);
  });

  it.each([
    ['withdrawn', async () => Response.json({ state: 'withdrawn' }), NOTHING_SENT],
    ['not answered', () => Promise.reject(new Error('no connection')), CANCEL_UNHEARD],
  ])('Cancel that is %s says so', async (_how, answer, words) => {
    const draft = draftOf();
    holdEarly(draft, 3_000, TOKEN);
    asked.mockImplementation(answer);
    const say = vi.fn();
    await cancelEarly(draft, TOKEN, say);
    expect(pathOf(1)).toBe(`/api/panic/${pressIdOf(draft)}/withdraw`);
    expect(say.mock.calls).toEqual([[words]]);
    expect(stored.size).toBe(0);
  });

  it('Cancel that comes too late leads to the receipt of the press', async () => {
    const draft = draftOf();
    asked.mockImplementation(async () => Response.json({ code: 'press.settled' }, { status: 409 }));
    const say = vi.fn();
    await cancelEarly(draft, TOKEN, say);
    expect(say).not.toHaveBeenCalled();
    expect(assign.mock.calls).toEqual([[`/panic?press=${pressIdOf(draft)}`]]);
  });
});
