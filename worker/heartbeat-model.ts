// Whether the monitor hears from us. Pure; time is passed in.

/** What must go on for an alarm to be answered. */
export const heartbeatParts = ['database', 'poller', 'deliveries', 'escalation'] as const;
export type HeartbeatPart = (typeof heartbeatParts)[number];

/** When each part was last seen to get something done, in monotonic ms; null: not yet. */
export type Progress = Readonly<Record<HeartbeatPart, number | null>>;

export const BEAT_EVERY_MS = 30_000;
/**
 * Each part gets something done every 20 s at the latest, also when there is nothing to do. With this limit the last call
 * goes out less than a minute after a part stops.
 */
export const STUCK_AFTER_MS = 45_000;

/** The parts of which no progress was seen for too long. The monitor is called only when there are none. */
export function stuckParts(progress: Progress, nowMs: number): HeartbeatPart[] {
  return heartbeatParts.filter((part) => {
    const at = progress[part];
    return at === null || nowMs - at > STUCK_AFTER_MS;
  });
}
