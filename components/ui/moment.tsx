'use client';

import { Age } from '#components/ui/age.tsx';
import { instantText } from '#components/ui/instant-text.ts';
import { useZone } from '#components/ui/use-zone.ts';

type MomentProps = { at: string; now: string };

/** Local time and age. */
export function Moment({ at, now }: MomentProps) {
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <Clock at={at} />
      <span className="print:hidden">
        <Age at={at} now={now} />
      </span>
    </span>
  );
}

/** The reader's date and time, the console's one form of both; UTC on hover. */
export function Clock({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${instantText(at, 'UTC')} UTC`}>
      {instantText(at, useZone())}
    </time>
  );
}

/** Names the time zone of the times shown. */
export function ZoneNote() {
  return <span>{`All times are in the time zone ${useZone()}.`}</span>;
}
