import { Age } from '#components/ui/age.tsx';
import { instantText } from '#components/ui/instant-text.ts';
import { useZone } from '#components/ui/use-zone.ts';

type MomentProps = { at: string; now: string };

/** When something was, by the clocks where it is read, and how long ago. */
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

/** When something was, and no more. */
export function Clock({ at }: { at: string }) {
  return <time dateTime={at}>{instantText(at, useZone())}</time>;
}

/** By whose clocks times are told. */
export function ZoneNote() {
  return (
    <>
      <span>{`Times are told by the clocks of ${useZone()}.`}</span>
    </>
  );
}
