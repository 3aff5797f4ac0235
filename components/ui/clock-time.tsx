import { instantText } from '#components/ui/instant-text.ts';
import { useZone } from '#components/ui/use-zone.ts';

/** The time of day where the reader is: "16:03". */
export function ClockTime({ at }: { at: string }) {
  const text = instantText(at, useZone());
  return (
    <time dateTime={at} title={text}>
      {text.slice(11, 16)}
    </time>
  );
}
