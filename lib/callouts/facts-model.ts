import type { Callout, Place, StageTime } from './answers.ts';

type Located = {
  /** A symbol: it cannot be opened. */
  place: { latitude: number; longitude: number; accuracyM: number | null } | symbol | null;
  measuredAt: Date | null;
};

/** The newest believed fix of the device; before there is one, the press's fix. */
export function newestPlace(device: Located | null, press: Located): Place | null {
  return toPlace(device, 'device') ?? toPlace(press, 'press');
}

function toPlace(located: Located | null, from: Place['from']): Place | null {
  if (!located || located.place === null || typeof located.place === 'symbol') return null;
  const { latitude, longitude, accuracyM } = located.place;
  const { measuredAt } = located;
  return { latitude, longitude, accuracy: accuracyM, measuredAt: measuredAt?.toISOString() ?? null, from };
}

/** When each stage was reached, with the duration since the previous one. */
export function stageTimes({ timeline }: Pick<Callout, 'timeline'>): StageTime[] {
  const reached = timeline.flatMap(({ stage, at }) => (stage ? [{ stage, at }] : []));
  return reached.map(({ stage, at }, index) => {
    const before = reached[index - 1];
    return { stage, at, tookMs: before ? Math.max(0, Date.parse(at) - Date.parse(before.at)) : null };
  });
}
