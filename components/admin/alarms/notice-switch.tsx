import type { Notices } from '#components/admin/alarms/use-notices.ts';
import { Button } from '#components/ui/button.tsx';

const WORDS = { on: 'Turn notifications off', off: 'Turn notifications on' };

/** Turns the browser's notifications on and off; says where they are blocked. */
export function NoticeSwitch({ notices: { state, turn } }: { notices: Notices }) {
  if (state === 'missing') return null;
  if (state === 'denied')
    return <span className="text-ink-soft text-sm">Notifications are blocked in this browser</span>;
  return (
    <Button tone="quiet" className="px-2" onClick={() => void turn()}>
      {WORDS[state]}
    </Button>
  );
}
