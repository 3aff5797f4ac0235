import { setTimeout as sleep } from 'node:timers/promises';
import type { ChaosPerson } from '../chaos/people.ts';

// Open pages: each has an event stream, and opens another when it hears nothing.

/** As a page counts it: two heartbeats and a bit. */
const SILENT_MS = 4_500;
const AGAIN_AFTER_MS = 500;

export type OpenPage = {
  readonly person: ChaosPerson;
  /** How often it had to open another. */
  reopened: number;
  /** The longest time without a word, reopening included. */
  longestSilenceMs: number;
  /** When it last heard of a change. */
  changedAtMs: number;
};

/** Keeps a stream open until aborted. */
export function openPage(url: string, person: ChaosPerson, signal: AbortSignal): OpenPage {
  const page: OpenPage = { person, reopened: 0, longestSilenceMs: 0, changedAtMs: 0 };
  void keepOpen(url, page, signal);
  return page;
}

async function keepOpen(url: string, page: OpenPage, signal: AbortSignal): Promise<void> {
  let heardAt = performance.now();
  const hear = (text: string) => {
    page.longestSilenceMs = Math.max(page.longestSilenceMs, performance.now() - heardAt);
    heardAt = performance.now();
    if (text.includes('event: change')) page.changedAtMs = Date.now();
  };
  while (!signal.aborted) {
    // A stream that broke, or was never begun: another is opened.
    await listen(url, page.person, signal, hear).catch(() => undefined);
    page.reopened += 1;
    await sleep(AGAIN_AFTER_MS);
  }
}

async function listen(
  url: string,
  person: ChaosPerson,
  signal: AbortSignal,
  hear: (text: string) => void,
): Promise<void> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENT_MS);
  try {
    const response = await fetch(`${url}/api/changes`, {
      headers: { accept: 'text/event-stream', cookie: `vigil.press=${person.token}` },
      signal: AbortSignal.any([signal, silent.signal]),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return;
    }
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENT_MS);
      hear(decoder.decode(chunk));
    }
  } finally {
    clearTimeout(timer);
  }
}
