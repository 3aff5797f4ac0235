'use client';

import { ageText } from '#components/ui/age-text.ts';
import { instantText } from '#components/ui/instant-text.ts';
import { useAgeMs } from '#components/ui/use-age-ms.ts';
import { useZone } from '#components/ui/use-zone.ts';
import { useWords } from '#components/ui/words.tsx';

type AgeProps = {
  at: string;
  /** The server's time of the response. */
  now: string;
};

/** A ticking age; in print, the instant. */
export function Age({ at, now }: AgeProps) {
  const ageMs = useAgeMs(at, now);
  const zone = useZone();
  const t = useWords();
  return (
    <time dateTime={at} title={`${instantText(at, zone)} ${zone}`}>
      {ageText(ageMs, t)}
    </time>
  );
}
