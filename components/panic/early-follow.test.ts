import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followEarly } from '#components/panic/early-follow.ts';

const HERE = 'https://vigil.example/panic?press=p1';
const asked = vi.fn<(path: string) => Promise<Response>>();
const assign = vi.fn();
let over: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  over = new AbortController();
  asked.mockReset();
  assign.mockReset();
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('window', { location: { assign, href: HERE } });
  shows({ press: 'p1', state: 'recorded' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function shows(dataset: object | null): void {
  vi.stubGlobal('document', { getElementById: () => dataset && { dataset } });
}

/** What the page does after each answer, one every 3 s. */
async function after(...answers: (object | Error)[]): Promise<unknown[]> {
  for (const answer of answers) {
    asked.mockImplementationOnce(async () => {
      if (answer instanceof Error) throw answer;
      return Response.json(answer);
    });
  }
  followEarly(over.signal);
  await vi.advanceTimersByTimeAsync(3_000 * (answers.length + 2));
  return assign.mock.calls.flat();
}

it('opens the callout as soon as the press was delivered, and asks no more', async () => {
  const opened = await after(
    { state: 'recorded' },
    new Error('no connection'),
    { code: 'server.unavailable' },
    { state: 'delivered', calloutId: 91 },
  );
  expect(opened).toEqual(['/callouts/91']);
  expect(asked.mock.calls).toEqual(Array(4).fill(['/api/panic/p1', expect.anything()]));
});

it('opens the hosted page where the answer names it', async () => {
  const trackingUrl = 'https://track.example/t/1';
  expect(await after({ state: 'delivered', calloutId: 91, trackingUrl })).toEqual([trackingUrl]);
});

it.each(['rejected', 'withdrawn', 'expired'])('shows anew what is %s', async (state) => {
  expect(await after({ state })).toEqual([HERE]);
});

it('leaves the page to React', async () => {
  over.abort();
  expect(await after()).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

it('asks nothing where no press is open', async () => {
  shows(null);
  expect(await after()).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});
