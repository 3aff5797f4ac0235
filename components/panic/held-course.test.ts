import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelHeld, chooseHelp, holdAtServer } from '#components/panic/held-course.ts';
import { noKeeper } from '#components/panic/kept-press.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import type { PressCourse } from '#components/panic/press-client.ts';
import { send } from '#components/panic/press-course.ts';
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
let foundFirst: (fix: SoughtFix) => void;

beforeEach(() => {
  vi.useFakeTimers();
  reports = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function courseOf(best: SoughtFix | null = COARSE) {
  const searching = new Promise<Sought>((resolve) => {
    found = resolve;
  });
  const firstFix = new Promise<SoughtFix>((resolve) => {
    foundFirst = resolve;
  });
  const client = {
    raise: vi.fn<PressCourse['client']['raise']>(async () => HELD),
    release: vi.fn(async () => DELIVERED),
    withdraw: vi.fn(async (): Promise<RaiseOutcome> => ({ kind: 'withdrawn' })),
    keeper: noKeeper,
    expiryMs: 600_000,
  };
  const seeker = {
    settle: () => searching,
    best: () => best ?? undefined,
    first: firstFix,
    stop: () => undefined,
  };
  const course: PressCourse = {
    client,
    kind: 'real',
    current: { press: newPress('real'), seeker, meantAtMs: 0, mayHaveGone: false },
    warm: { current: undefined },
    report: undefined,
    setReport: (report) => void reports.push(report),
    setSought: () => undefined,
  };
  return { course, client, id: course.current.press?.pressId };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

async function held(best?: SoughtFix | null) {
  const made = courseOf(best);
  const onEnded = vi.fn();
  holdAtServer(made.course, GRACE_MS, onEnded);
  await settled();
  return { ...made, onEnded };
}

describe('another kind of help within the grace', () => {
  it('is sent to the server, and needs no further request at the end', async () => {
    const { course, client, onEnded } = await held();
    chooseHelp(course, 2, GRACE_MS, onEnded);
    await settled();
    expect(client.raise.mock.lastCall).toEqual([expect.objectContaining({ responseTypeId: 2 }), 3]);
    const sent = client.raise.mock.calls.length;
    found({ fix: COARSE });
    send(course, false);
    await settled();
    expect(client.raise).toHaveBeenCalledTimes(sent);
    expect(client.release).toHaveBeenCalledOnce();
  });

  it('that was not heard goes out again at the end, before the release', async () => {
    const { course, client, onEnded } = await held();
    client.raise.mockRejectedValueOnce(new Error('no connection'));
    chooseHelp(course, 2, GRACE_MS, onEnded);
    await settled();
    found({ fix: COARSE });
    send(course, false);
    await settled();
    expect(client.raise.mock.lastCall?.[0]).toMatchObject({ responseTypeId: 2 });
    expect(client.release).toHaveBeenCalledOnce();
  });

  it('is not taken for heard by an answer to the choice before it', async () => {
    const { course, client, onEnded } = await held();
    const { promise, resolve } = Promise.withResolvers<RaiseOutcome>();
    client.raise.mockReturnValueOnce(promise).mockRejectedValueOnce(new Error('no connection'));
    chooseHelp(course, 2, GRACE_MS, onEnded);
    chooseHelp(course, 1, GRACE_MS, onEnded);
    resolve(HELD);
    await settled();
    expect(course.current.held?.isConfirmed).toBe(false);
  });
});

describe('the beginning of the grace', () => {
  it('sends the press at once, with its grace and the best position so far', async () => {
    const { client, id, onEnded } = await held();
    expect(client.raise.mock.calls).toEqual([
      [expect.objectContaining({ pressId: id, location: COARSE }), 3],
    ]);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('is followed by a better position', async () => {
    const { client, id } = await held();
    found({ fix: FINE });
    await settled();
    expect(client.raise.mock.lastCall).toEqual([expect.objectContaining({ pressId: id, location: FINE }), 3]);
  });

  it('is followed by the first position, however inaccurate, while the search goes on', async () => {
    const { client, id } = await held(null);
    foundFirst(COARSE);
    await settled();
    expect(client.raise.mock.lastCall).toEqual([
      expect.objectContaining({ pressId: id, location: COARSE }),
      3,
    ]);
  });

  it('ends the grace where the press was refused instead of held', async () => {
    const { course, client } = courseOf();
    const refused: RaiseOutcome = { kind: 'refused', message: 'no', code: 'x' };
    client.raise.mockResolvedValue(refused);
    const onEnded = vi.fn();
    holdAtServer(course, GRACE_MS, onEnded);
    await settled();
    expect(onEnded).toHaveBeenCalledOnce();
    send(course, false);
    await settled();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: refused });
    expect(client.raise).toHaveBeenCalledOnce();
  });

  it('stays with the page where the browser knows that there is no connection', () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { course, client } = courseOf();
    holdAtServer(course, GRACE_MS, () => undefined);
    expect(client.raise).not.toHaveBeenCalled();
    expect(course.current.mayHaveGone).toBe(false);
  });
});

describe('the end of the grace', () => {
  it('releases what the server holds, and waits for no position', async () => {
    const { course, client, id } = await held();
    send(course, false);
    await settled();
    expect(client.release.mock.calls).toEqual([[id]]);
    expect(client.raise).toHaveBeenCalledOnce();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: DELIVERED });
  });

  it('brings the position that was found at last to a press that is held without one', async () => {
    const { course, client, id } = courseOf();
    course.current.seeker = {
      settle: () => Promise.resolve({ fix: FINE }),
      best: () => undefined,
      first: new Promise(() => undefined),
      stop: vi.fn(),
    };
    holdAtServer(course, GRACE_MS, () => undefined);
    send(course, false);
    await settled();
    expect(client.raise.mock.lastCall?.[0]).toMatchObject({ pressId: id, location: FINE });
    expect(client.release.mock.calls).toEqual([[id]]);
  });

  it('does not overtake a position that is on its way to the server', async () => {
    const { course, client, id } = await held(null);
    send(course, false);
    const { promise, resolve } = Promise.withResolvers<RaiseOutcome>();
    client.raise.mockReturnValue(promise);
    found({ fix: FINE });
    await settled();
    expect(client.raise.mock.lastCall?.[0]).toMatchObject({ location: FINE });
    expect(client.release).not.toHaveBeenCalled();
    resolve(HELD);
    await settled();
    expect(client.release.mock.calls).toEqual([[id]]);
  });

  it('sends the press when holding it got no answer, and releases it if it was held', async () => {
    const { course, client, id } = courseOf();
    client.raise.mockReturnValueOnce(new Promise(() => undefined));
    holdAtServer(course, GRACE_MS, () => undefined);
    await settled();
    send(course, false);
    found({ fix: FINE });
    await settled();
    expect(client.raise.mock.lastCall).toEqual([expect.objectContaining({ pressId: id })]);
    expect(client.release.mock.calls).toEqual([[id]]);
  });
});

describe('Cancel', () => {
  it('says that nothing was sent only when the server withdrew the press', async () => {
    const { course, client, id } = await held();
    const onCancelled = vi.fn();
    await cancelHeld(course, onCancelled);
    expect(client.withdraw.mock.calls).toEqual([[id]]);
    expect(onCancelled).toHaveBeenCalledOnce();
    expect([course.current.press, course.current.mayHaveGone]).toEqual([undefined, false]);
  });

  it('shows the state of a press that was sent by then', async () => {
    const { course, client } = await held();
    client.withdraw.mockResolvedValue(DELIVERED);
    const onCancelled = vi.fn();
    await cancelHeld(course, onCancelled);
    expect(onCancelled).not.toHaveBeenCalled();
    expect(reports.at(-1)).toMatchObject({ kind: 'answered', outcome: DELIVERED });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no connection'))],
    ['has no answer', () => new Promise<never>(() => undefined)],
  ])('says that help may be coming when it %s', async (_how, answer) => {
    const { course, client } = await held();
    client.withdraw.mockImplementation(answer);
    const onCancelled = vi.fn();
    void cancelHeld(course, onCancelled);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onCancelled).not.toHaveBeenCalled();
    expect(reports).toEqual([{ kind: 'cancel_unheard' }]);
  });

  it('is followed by no better position', async () => {
    const { course, client } = await held();
    await cancelHeld(course, () => undefined);
    found({ fix: FINE });
    await settled();
    expect(client.raise).toHaveBeenCalledOnce();
  });
});
