import { BellRing } from 'lucide-react';
import type { Alarm } from '#components/admin/alarms/use-alarm.ts';
import { Button } from '#components/ui/button.tsx';

/** The alarm that is heard: its switch and its test. One that is not heard is a banner. */
export function AlarmSound({ alarm: { sound, turn, test } }: { alarm: Alarm }) {
  if (sound !== 'on') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div role="group" aria-label="Sound" className="flex flex-wrap items-center gap-x-1">
      <span className="flex items-center gap-2 text-sm text-ink-soft">
        <BellRing aria-hidden="true" className="size-5 shrink-0" />
        <span>Sound is on</span>
      </span>
      <Button tone="quiet" onClick={() => void turn()}>
        Turn sound off
      </Button>
      <Button tone="quiet" onClick={() => void test()}>
        Test sound
      </Button>
    </div>
  );
}
