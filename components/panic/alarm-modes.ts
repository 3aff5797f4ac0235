import { startLoud } from '#components/loud/loud.ts';
import type { PressKind } from '#components/panic/press.ts';
import { startQuiet } from '#components/quiet/quiet.ts';
import { type AlarmSettings, USUAL_ALARM } from '#lib/customers/alarm-settings/model.ts';

/** What a press does beside calling for help, as the person set it. Practice makes neither noise nor darkness. */
export function modesOf({ alarm = USUAL_ALARM, kind = 'real' }: { alarm?: AlarmSettings; kind?: PressKind }) {
  const mode = kind === 'real' ? alarm.mode : 'usual';
  return {
    /** A silent press beside the button: where not every press is. */
    hasTrigger: kind === 'real' && mode !== 'silent',
    onGrace: () => {
      if (mode === 'silent') startQuiet();
    },
    onDelivered: (calloutId: string) => {
      if (mode === 'loud') startLoud(calloutId);
    },
  };
}
