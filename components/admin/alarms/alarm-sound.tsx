import { BellOff, BellRing } from 'lucide-react';
import type { Alarm } from '#components/admin/alarms/use-alarm.ts';
import { Button } from '#components/ui/button.tsx';

/** The alarm's switch and its test. */
export function AlarmSound({ alarm: { sound, turn, test } }: { alarm: Alarm }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div role="group" aria-label="Sound" className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {sound === 'on' ? (
        <span className="flex items-center gap-2 text-sm text-ink-soft">
          <BellRing aria-hidden="true" className="size-5 shrink-0" />
          <span>Sound is on</span>
        </span>
      ) : (
        <BellOff aria-hidden="true" className="size-5 shrink-0 text-alert-ink" />
      )}
      <Button tone="secondary" onClick={() => void turn()}>
        {sound === 'on' ? 'Turn sound off' : 'Turn sound on'}
      </Button>
      <Button tone="quiet" onClick={() => void test()}>
        Test sound
      </Button>
    </div>
  );
}
