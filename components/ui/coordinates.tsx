'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useHasScripts } from '#components/ui/use-has-scripts.ts';

type CoordinatesProps = { place: { latitude: number; longitude: number } };

/** A place to read, to copy, and to open in a map app of the device. */
export function Coordinates({ place: { latitude, longitude } }: CoordinatesProps) {
  const text = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const [copied, setCopied] = useState('');
  const hasScripts = useHasScripts();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(''),
    );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="select-all tabular-nums">{text}</span>
      <span className="flex flex-wrap items-center gap-x-3 print:hidden">
        {hasScripts ? (
          <Button tone="quiet" onClick={copy}>
            <Copy aria-hidden="true" />
            <span>{copied === text ? 'Copied' : 'Copy coordinates'}</span>
          </Button>
        ) : null}
        <TextLink href={`geo:${latitude},${longitude}`}>Open in a map app</TextLink>
      </span>
    </span>
  );
}
