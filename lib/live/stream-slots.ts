import 'server-only';
import { processSingleton } from '#lib/platform/process-singleton.ts';

/** A viewer and their limit of concurrent streams. */
type Viewer = { viewer: string; maxStreams: number };

const taken = processSingleton('stream-slots', () => new Map<string, number>());

/** Takes one stream slot of each viewer and returns the release function (call once); null when one is at the limit. */
export function acquireStreamSlots(viewers: readonly Viewer[]): (() => void) | null {
  if (viewers.some(({ viewer, maxStreams }) => openOf(viewer) >= maxStreams)) return null;
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
