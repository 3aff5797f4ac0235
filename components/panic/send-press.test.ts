import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceKeeper, recallPress } from '#components/panic/kept-press.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { Press } from '#components/panic/press.ts';
import { type PressReport, SILENCE_MS, sendPress } from '#components/panic/send-press.ts';

const FIX = {
  latitude: -26.1,
  longitude: 28.1,
  accuracy: 9,
  fixedAt: '2026-11-23T10:00:00.000Z',
  source: 'live',
} as const;
const DELIVERED: RaiseOutcome = {
  kind: 'delivered',
  calloutId: '91',
  openTracking: { as: 'page', href: '/callouts/91' },
};

let reports: PressReport[];
const keeper = deviceKeeper;
const onReport = (report: PressReport) => void reports.push(report);
const last = () => reports.at(-1);

beforeEach(() => {
  vi.useFakeTimers();
  reports = [];
  const items = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  vi.stubGlobal('window', { localStorage });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('sendPress', () => {
  it('keeps the press on the device before it is sent, and with its position', async () => {
    const press = newPress('real');
    const keptAtSending: (Press | undefined)[] = [];
    const raise = async () => {
      keptAtSending.push(recallPress());
      return DELIVERED;
    };
    await sendPress({ press, position: Promise.resolve({ fix: FIX }), raise, keeper, onReport });
    expect(keptAtSending).toEqual([{ ...press, location: FIX }]);
  });

  it('keeps it while the position is still being sought', () => {
    const press = newPress('real');
    void sendPress({ press, position: new Promise(() => undefined), raise: vi.fn(), keeper, onReport });
    expect(recallPress()).toEqual(press);
  });

  it('is sent without a position when there is none', async () => {
    const press = newPress('real');
    const raise = vi.fn(async () => DELIVERED);
    await sendPress({ press, position: Promise.resolve({ problem: 'denied' }), raise, keeper, onReport });
    expect(raise).toHaveBeenCalledExactlyOnceWith(press);
  });

  it.each<RaiseOutcome>([
    DELIVERED,
    { kind: 'rejected', message: 'No subscription.' },
    { kind: 'refused', message: 'Sign in again.', code: 'session.expired' },
    { kind: 'expired' },
  ])('forgets the press when its end is known: $kind', async (outcome) => {
    await sendPress({ press: newPress('real'), raise: async () => outcome, keeper, onReport });
    expect(last()).toMatchObject({ kind: 'answered', outcome });
    expect(recallPress()).toBeUndefined();
  });

  it('keeps a press that is recorded and not yet with AURA', async () => {
    const press = newPress('real');
    const recorded = { kind: 'recorded', problem: null, sending: 'yes', isTakenBack: false } as const;
    await sendPress({ press, raise: async () => recorded, keeper, onReport });
    expect(recallPress()).toEqual(press);
  });

  it('reports no answer when sending fails, and keeps the press', async () => {
    const press = newPress('real');
    await sendPress({ press, raise: () => Promise.reject(new Error('Failed to fetch')), keeper, onReport });
    expect(last()).toEqual({ kind: 'unanswered', isKept: true });
    expect(recallPress()).toEqual(press);
  });

  it('does not claim that a press is kept where the browser keeps nothing', async () => {
    vi.stubGlobal('window', {});
    await sendPress({ press: newPress('real'), raise: () => Promise.reject(new Error()), keeper, onReport });
    expect(last()).toEqual({ kind: 'unanswered', isKept: false });
  });

  it('breaks the silence after eight seconds without an answer', async () => {
    let answer: (outcome: RaiseOutcome) => void = () => undefined;
    const raise = () => new Promise<RaiseOutcome>((resolve) => (answer = resolve));
    const sent = sendPress({ press: newPress('real'), raise, keeper, onReport });
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(last()).toMatchObject({ kind: 'sending', isSilent: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(last()).toMatchObject({ kind: 'sending', isSilent: true });
    answer(DELIVERED);
    await sent;
    expect(last()).toMatchObject({ kind: 'answered', outcome: DELIVERED });
  });
});
