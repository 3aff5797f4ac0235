import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelHeld, holdAtServer } from '#components/panic/held-course.ts';
import { noKeeper } from '#components/panic/kept-press.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import { send } from '#components/panic/press-course.ts';
import type { PressCourse } from '#components/panic/press-line.ts';
import type { PressReport } from '#components/panic/send-press.ts';

const GRACE_MS = 3_000;
const HELD: RaiseOutcome = { kind: 'held' };
const DELIVERED: RaiseOutcome = {
  kind: 'delivered',
  calloutId: '91',
  openTracking: { as: 'page', href: '/callouts/91' },
};
const fix = (accuracy: number): SoughtFix => ({
  ...{ latitude: -26.1, longitude: 28.1, accuracy, source: 'live' },
  fixedAt: new Date(accuracy).toISOString(),
});
const COARSE = fix(2_000);
const FINE = fix(9);

let reports: (PressReport | undefined)[];
let found: (sought: Sought) => void;

beforeEach(() => {
  vi.useFakeTimers();
  reports = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function courseOf(best: SoughtFix | undefined = COARSE) {
  const searching = new Promise<Sought>((resolve) => {
    found = resolve;
  });
  const line = {
    raise: vi.fn<PressCourse['line']['raise']>(async () => HELD),
    release: vi.fn(async () => DELIVERED),
    withdraw: vi.fn(async (): Promise<RaiseOutcome> => ({ kind: 'withdrawn' })),
    keeper: noKeeper,
    expiryMs: 600_000,
  };
  const seeker = { settle: () => searching, best: () => best, stop: () => undefined };
  const course: PressCourse = {
    line,
    kind: 'real',
    hand: { press: newPress('real'), seeker, meantAtMs: 0, mayHaveGone: false },
    warm: { current: undefined },
    report: undefined,
    setReport: (report) => void reports.push(report),
    setSought: () => undefined,
  };
  return { course, line, id: course.hand.press?.pressId };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

async function held(best?: SoughtFix) {
  const made = courseOf(best);
  const onEnded = vi.fn();
  holdAtServer(made.course, GRACE_MS, onEnded);
  await settled();
  return { ...made, onEnded };
}

describe('the beginning of the grace', () => {
  it('sends the press at once, with its grace and the best position so far', async () => {
    const { line, id, onEnded } = await held();
    expect(line.raise.mock.calls).toEqual([[expect.objectContaining({ pressId: id, location: COARSE }), 3]]);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('is followed by a better position', async () => {
    const { line, id } = await held();
    found({ fix: FINE });
    await settled();
    expect(line.raise.mock.lastCall).toEqual([expect.objectContaining({ pressId: id, location: FINE }), 3]);
  });

  it('ends the grace where the press was refused instead of held', async () => {
    const { course, line } = courseOf();
    const refused: RaiseOutcome = { kind: 'refused', message: 'no', code: 'x' };
    line.raise.mockResolvedValue(refused);
    const onEnded = vi.fn();
    holdAtServer(course, GRACE_MS, onEnded);
    await settled();
    expect(onEnded).toHaveBeenCalledOnce();
    send(course, false);
    await settled();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: refused });
    expect(line.raise).toHaveBeenCalledOnce();
  });

  it('stays with the page where the browser knows that there is no connection', () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { course, line } = courseOf();
    holdAtServer(course, GRACE_MS, () => undefined);
    expect(line.raise).not.toHaveBeenCalled();
    expect(course.hand.mayHaveGone).toBe(false);
  });
});

describe('the end of the grace', () => {
  it('releases what the server holds, and waits for no position', async () => {
    const { course, line, id } = await held();
    send(course, false);
    await settled();
    expect(line.release.mock.calls).toEqual([[id]]);
    expect(line.raise).toHaveBeenCalledOnce();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: DELIVERED });
  });

  it('brings the position that was found at last to a press that is held without one', async () => {
    const { course, line, id } = courseOf();
    course.hand.seeker = {
      settle: () => Promise.resolve({ fix: FINE }),
      best: () => undefined,
      stop: vi.fn(),
    };
    holdAtServer(course, GRACE_MS, () => undefined);
    send(course, false);
    await settled();
    expect(line.raise.mock.lastCall?.[0]).toMatchObject({ pressId: id, location: FINE });
    expect(line.release.mock.calls).toEqual([[id]]);
  });

  it('sends the press when nothing was heard of its being held, and releases it where it was', async () => {
    const { course, line, id } = courseOf();
    line.raise.mockReturnValueOnce(new Promise(() => undefined));
    holdAtServer(course, GRACE_MS, () => undefined);
    await settled();
    send(course, false);
    found({ fix: FINE });
    await settled();
    expect(line.raise.mock.lastCall).toEqual([expect.objectContaining({ pressId: id })]);
    expect(line.release.mock.calls).toEqual([[id]]);
  });
});

describe('Cancel', () => {
  it('says that nothing was sent only when the server withdrew the press', async () => {
    const { course, line, id } = await held();
    const onCancelled = vi.fn();
    await cancelHeld(course, onCancelled);
    expect(line.withdraw.mock.calls).toEqual([[id]]);
    expect(onCancelled).toHaveBeenCalledOnce();
    expect([course.hand.press, course.hand.mayHaveGone]).toEqual([undefined, false]);
  });

  it('shows what became of a press that was gone by then', async () => {
    const { course, line } = await held();
    line.withdraw.mockResolvedValue(DELIVERED);
    const onCancelled = vi.fn();
    await cancelHeld(course, onCancelled);
    expect(onCancelled).not.toHaveBeenCalled();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: DELIVERED });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no connection'))],
    ['has no answer', () => new Promise<never>(() => undefined)],
  ])('says that help may be coming when it %s', async (_how, answer) => {
    const { course, line } = await held();
    line.withdraw.mockImplementation(answer);
    const onCancelled = vi.fn();
    void cancelHeld(course, onCancelled);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onCancelled).not.toHaveBeenCalled();
    expect(reports).toEqual([{ kind: 'cancel_unheard' }]);
  });

  it('is followed by no better position', async () => {
    const { course, line } = await held();
    await cancelHeld(course, () => undefined);
    found({ fix: FINE });
    await settled();
    expect(line.raise).toHaveBeenCalledOnce();
  });
});
