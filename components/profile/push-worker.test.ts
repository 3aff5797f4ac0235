import { beforeEach, describe, expect, it, vi } from 'vitest';
import { payloadOf } from '#lib/push/notice-model.ts';
import { answerOf, FakeCaches, startWorker } from '#lib/testing/fake-service-worker.ts';

// public/sw.js with a push: what a browser without declarative pushes shows.

const PAGE = 'https://vigil.example/callouts/7';
const shown = vi.fn(async (_title: string, _options: object) => undefined);
const opened = vi.fn(async (_url: string) => undefined);
const subscribed = vi.fn(async (_options: object) => ({
  toJSON: () => ({ endpoint: 'https://push.example/2' }),
}));
const unsubscribed = vi.fn(async () => true);
const asked = vi.fn<(path: string, options?: { method?: string; body?: string }) => object>();
let pages: { url: string; visibilityState: string; focus: () => Promise<void> }[];
let isOn: boolean;

const pushManager = { subscribe: subscribed, getSubscription: async () => ({ unsubscribe: unsubscribed }) };

function start() {
  const server = async (path: string, options?: object) => {
    asked(path, options);
    const answer = answerOf('');
    return Object.assign(answer, { json: async () => ({ publicKey: 'BKey', isOn }) });
  };
  return startWorker(new FakeCaches(async () => undefined, server), server, {
    clients: { matchAll: async () => pages, openWindow: opened },
    registration: { showNotification: shown, pushManager },
  });
}

const page = (url: string, visibilityState: string) => ({
  url,
  visibilityState,
  focus: vi.fn(async () => undefined),
});
const push = (about: 'stage' | 'message' = 'stage') => {
  const payload = payloadOf({ about, title: 'Help is on the way', lang: 'en', dir: 'ltr', navigate: PAGE });
  return { json: () => JSON.parse(payload) };
};

beforeEach(() => {
  for (const each of [shown, opened, subscribed, unsubscribed, asked]) each.mockClear();
  pages = [];
  isOn = true;
});

describe('a push', () => {
  it('is shown as it would be by itself', async () => {
    await start()('push', push());
    expect(shown.mock.calls).toEqual([
      ['Help is on the way', { lang: 'en', dir: 'ltr', tag: 'stage', renotify: true, data: PAGE }],
    ]);
  });

  it.each([
    ['its own page is looked at', page(PAGE, 'visible'), 0],
    ['its own page is behind others', page(PAGE, 'hidden'), 1],
    ['another page is looked at', page('https://vigil.example/profile', 'visible'), 1],
  ] as const)('where %s is shown %#', async (_what, at, times) => {
    pages = [at];
    await start()('push', push('message'));
    expect(shown).toHaveBeenCalledTimes(times);
  });

  it('that is tapped opens its page, or brings it to the front', async () => {
    const close = vi.fn();
    const worker = start();
    await worker('notificationclick', undefined, { close, data: PAGE });
    expect([close.mock.calls.length, opened.mock.calls]).toEqual([1, [[PAGE]]]);
    const open = page(PAGE, 'hidden');
    pages = [open];
    await worker('notificationclick', undefined, { close, data: PAGE });
    expect([open.focus.mock.calls.length, opened.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('an address that the browser has changed', () => {
  it('is sent to our server', async () => {
    await start()('pushsubscriptionchange');
    expect(subscribed).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'BKey' });
    expect(JSON.parse(asked.mock.calls[1]?.[1]?.body ?? '')).toEqual({
      endpoint: 'https://push.example/2',
      publicKey: 'BKey',
    });
  });

  it('is not sent when the person has turned messages off', async () => {
    isOn = false;
    await start()('pushsubscriptionchange');
    expect(subscribed).not.toHaveBeenCalled();
  });
});

it('signing out ends it in this browser', async () => {
  await start()('message', { type: 'sign-out' });
  expect(unsubscribed).toHaveBeenCalledTimes(1);
});
