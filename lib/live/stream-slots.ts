import 'server-only';
import { processSingleton } from '#lib/platform/process-singleton.ts';

/** Who follows, and how many streams they may have open at once. */
type Viewer = { viewer: string; streamsAtMost: number };

const taken = processSingleton('stream-slots', () => new Map<string, number>());

/**
 * Takes a place for one more stream of each of these viewers. Gives what gives the places back, to be called once;
 * null, with nothing taken, when one of them has as many open as they may.
 */
export function acquireStreamSlots(viewers: readonly Viewer[]): (() => void) | null {
  if (viewers.some(({ viewer, streamsAtMost }) => openOf(viewer) >= streamsAtMost)) return null;
  for (const { viewer } of viewers) taken.set(viewer, openOf(viewer) + 1);
  return () => {
    for (const { viewer } of viewers) {
      if (openOf(viewer) > 1) taken.set(viewer, openOf(viewer) - 1);
      else taken.delete(viewer);
    }
  };
}

function openOf(viewer: string): number {
  return taken.get(viewer) ?? 0;
}
