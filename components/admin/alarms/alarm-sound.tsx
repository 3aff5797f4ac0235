import { BellOff, BellRing } from 'lucide-react';
import { type Alarm, SILENT_WORDS, type Sound } from '#components/admin/alarms/use-alarm.ts';
import { Button } from '#components/ui/button.tsx';

const SILENT: Record<Exclude<Sound, 'on' | 'missing'>, string> = {
  off: 'Sound is off: turn it on',
  blocked: SILENT_WORDS.blocked,
};

/** The alarm that is not heard: why, and its switch. */
export function SilentAlarm({ alarm: { sound, turn } }: { alarm: Alarm }) {
  if (sound === 'on') return null;
  if (sound === 'missing') {
    return (
      <p className="flex items-center gap-2 text-sm font-semibold text-alert-ink">
        <BellOff aria-hidden="true" className="size-5 shrink-0" />
        <span>{SILENT_WORDS.missing}</span>
      </p>
    );
  }
  return (
    <Button tone="secondary" className="text-sm! text-alert-ink!" onClick={() => void turn()}>
      <BellOff aria-hidden="true" />
      <span>{SILENT[sound]}</span>
    </Button>
  );
}

/** The alarm that is heard: its switch and its test. */
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
