import { Age } from '#components/ui/age.tsx';

/** An age that may take two lines: on a phone with large text a cell is narrower than "16 min ago". */
export function WrappedAge({ at, now }: { at: string; now: string }) {
  return (
    <span className="[&_time]:whitespace-normal">
      <Age at={at} now={now} />
    </span>
  );
}
