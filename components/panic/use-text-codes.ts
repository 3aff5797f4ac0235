import { useEffect } from 'react';
import { uuidFrom } from '#components/panic/press-id.ts';
import { type KeptCode, keepCodes, readCodes } from '#components/panic/text-codes.ts';
import { postTextCodes } from '#lib/panic/texts/queries.ts';
import { now } from '#lib/platform/clock.ts';

/** How many presses a device can text before it has to be online again. */
const KEPT = 3;
/** Codes that run out sooner than this are replaced, so that they rotate while the page is used. */
const RENEWED_BEFORE_MS = 6 * 86_400_000;

/** Keeps a few codes on this device whenever it is online; `isOffered`: there is a number to text them to. */
export function useTextCodes(pressToken: string, isOffered: boolean): void {
  useEffect(() => {
    if (!isOffered) return undefined;
    const refresh = () => void refreshCodes(pressToken);
    refresh();
    const stop = new AbortController();
    // Each press takes one, also one that was cancelled.
    for (const sign of ['online', 'focus']) window.addEventListener(sign, refresh, { signal: stop.signal });
    return () => stop.abort();
  }, [pressToken, isOffered]);
}

/** Fetches what is missing. The code of a press that was made stays until it runs out: it may still have to be texted. */
async function refreshCodes(pressToken: string): Promise<void> {
  const missing = KEPT - readCodes().filter(isFresh).length;
  if (missing <= 0) return;
  try {
    const pressIds = Array.from({ length: missing }, () =>
      uuidFrom(crypto.getRandomValues(new Uint8Array(16))),
    );
    const { codes, expiresAt } = await postTextCodes(pressIds, pressToken);
    const kept = readCodes().filter((each) => each.isTaken || isFresh(each));
    keepCodes([...kept, ...codes.map((each): KeptCode => ({ ...each, expiresAt }))]);
  } catch {
    // Without a connection the codes that are there are what there is.
  }
}

function isFresh({ isTaken, expiresAt }: KeptCode): boolean {
  return !isTaken && Date.parse(expiresAt) - now().getTime() > RENEWED_BEFORE_MS;
}
