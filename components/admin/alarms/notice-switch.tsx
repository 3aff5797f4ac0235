import type { Notices } from '#components/admin/alarms/use-notices.ts';
import { Button } from '#components/ui/button.tsx';

/** Turns the browser's notifications on and off. */
export function NoticeSwitch({ notices: { state, turn } }: { notices: Notices }) {
  if (state === 'missing') return null;
  if (state === 'denied') return <span className="text-ink-soft text-sm">Notifications are blocked</span>;
  const isOn = state === 'on';
  return (
    <Button
      tone={isOn ? 'secondary' : 'quiet'}
      className="px-2!"
      aria-pressed={isOn}
      onClick={() => void turn()}
    >
      Notifications
    </Button>
  );
}
