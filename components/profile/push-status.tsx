import { Bell, BellOff, CircleAlert } from 'lucide-react';
import { type PushFacts, pushStateOf, pushWords } from '#components/profile/push-state.ts';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { useWords } from '#components/ui/words.tsx';

type PushStatusProps = {
  /** Not there before the browser was looked at. */
  facts: PushFacts | undefined;
  hasFailed: boolean;
  isBusy: boolean;
  onTurn: (isOn: boolean) => void;
};

/** Whether messages are on for this device, what stands in the way, and the button that changes it. */
export function PushStatus({ facts, hasFailed, isBusy, onTurn }: PushStatusProps) {
  const t = useWords();
  const state = facts && pushStateOf(facts);
  const words = facts && state && pushWords(state, facts.device, t);
  return (
    <div className="grid gap-4">
      {words ? (
        <StatusLine tone={state === 'on' ? 'good' : 'neutral'} icon={state === 'on' ? <Bell /> : <BellOff />}>
          {words.now}
        </StatusLine>
      ) : null}
      {words?.todo ? <p>{words.todo}</p> : null}
      {hasFailed ? (
        <StatusLine tone="attention" icon={<CircleAlert />}>
          {t('pushes.failed')}
        </StatusLine>
      ) : null}
      {state === 'off' ? (
        <Button className="justify-self-start" isBusy={isBusy} onClick={() => onTurn(true)}>
          {t('pushes.turnOn')}
        </Button>
      ) : null}
      {state === 'on' ? (
        <Button tone="secondary" className="justify-self-start" isBusy={isBusy} onClick={() => onTurn(false)}>
          {t('pushes.turnOff')}
        </Button>
      ) : null}
      <noscript>
        <p>{t('pushes.scripts')}</p>
      </noscript>
    </div>
  );
}
