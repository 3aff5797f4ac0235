import { useEffect, useEffectEvent } from 'react';
import { isServerReachable } from '#lib/panic/queries.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

/** A page that cannot read answers for so long may be of an older build. */
const BROKEN_FOR_MS = 60_000;
/** A calm screen takes a new build, and frees what days have piled up. */
const CALM_FOR_MS = 6 * 3_600_000;

/** Reloads a page that nobody touches for days, once the server answers. Signed out, it stays and says so. */
export function useRenewal(problem: Error | null, isUrgent: boolean): void {
  const isBroken = problem !== null && !isSignedOut(problem);
  const isCalm = problem === null && !isUrgent;
  const reload = useEffectEvent(async () => {
    if (await isServerReachable()) window.location.reload();
  });
  useEffect(() => {
    if (!isBroken && !isCalm) return undefined;
    const timer = setInterval(() => void reload(), isBroken ? BROKEN_FOR_MS : CALM_FOR_MS);
    return () => clearInterval(timer);
  }, [isBroken, isCalm]);
}
