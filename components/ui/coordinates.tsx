'use client';

import { CopyButton } from '#components/ui/copy-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useWords } from '#components/ui/words.tsx';

type CoordinatesProps = { place: { latitude: number; longitude: number } };

/** A place to read, to copy, and to open in a map app of the device. */
export function Coordinates({ place: { latitude, longitude } }: CoordinatesProps) {
  const t = useWords();
  const text = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span dir="ltr" className="select-all tabular-nums">
        {text}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 print:hidden">
        <CopyButton text={text} label={t('copy.coordinates')} tone="quiet" />
        <TextLink href={`geo:${latitude},${longitude}`}>{t('map.inApp')}</TextLink>
      </span>
    </span>
  );
}
