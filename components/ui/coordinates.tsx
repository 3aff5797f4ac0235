'use client';

import { CopyButton } from '#components/ui/copy-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

type CoordinatesProps = { place: { latitude: number; longitude: number } };

/** A place to read, to copy, and to open in a map app of the device. */
export function Coordinates({ place: { latitude, longitude } }: CoordinatesProps) {
  const text = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="select-all tabular-nums">{text}</span>
      <span className="flex flex-wrap items-center gap-x-3 print:hidden">
        <CopyButton text={text} label="Copy coordinates" tone="quiet" />
        <TextLink href={`geo:${latitude},${longitude}`}>Open in a map app</TextLink>
      </span>
    </span>
  );
}
