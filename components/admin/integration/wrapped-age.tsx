import { Age } from '#components/ui/age.tsx';

/** An age that may wrap in narrow cells with large text. */
export function WrappedAge({ at, now }: { at: string; now: string }) {
  return (
    <span className="[&_time]:whitespace-normal">
      <Age at={at} now={now} />
    </span>
  );
}
