import type { Callout, Place, StageTime } from './schema.ts';

// What is known of a callout: where the person is, and when each stage was reached. Pure.

type Located = {
  latitude: number | null;
  longitude: number | null;
  accuracyM: number | null;
  measuredAt: Date | null;
};

/** Where the person is: by the newest position of their device that is believed, until there is one by the press. */
export function newestPlace(device: Located | null, press: Located): Place | null {
  return toPlace(device, 'device') ?? toPlace(press, 'press');
}

function toPlace(located: Located | null, from: Place['from']): Place | null {
  if (!located || located.latitude === null || located.longitude === null) return null;
  const { latitude, longitude, accuracyM, measuredAt } = located;
  return { latitude, longitude, accuracy: accuracyM, measuredAt: measuredAt?.toISOString() ?? null, from };
}

/** When each stage was reached, and how long it took from the one before. */
export function stageTimes({ timeline }: Pick<Callout, 'timeline'>): StageTime[] {
  const reached = timeline.flatMap(({ stage, at }) => (stage ? [{ stage, at }] : []));
  return reached.map(({ stage, at }, index) => {
    const before = reached[index - 1];
    return { stage, at, tookMs: before ? Math.max(0, Date.parse(at) - Date.parse(before.at)) : null };
  });
}
