import type { World } from './world.ts';

/** Counts that something other than time made a press due. */
export function nudge({ devices }: World, id: string) {
  const device = devices.find(({ pressId }) => pressId === id);
  if (device) device.nudges += 1;
}
