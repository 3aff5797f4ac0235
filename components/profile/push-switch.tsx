'use client';

import { Bell, BellOff, CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type PushFacts, pushStateOf, pushWords } from '#components/profile/push-state.ts';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';

type PushSwitchProps = {
  /** What the browser subscribes with. */
  publicKey: string;
  /** Whether our server has this device's subscription. */
  isKept: boolean;
};

const loadDevice = () => import('#components/profile/push-device.ts');

/** Turns messages of the browser on and off for this device, and says what stands in the way. */
export function PushSwitch({ publicKey, isKept }: PushSwitchProps) {
  const [facts, setFacts] = useState<PushFacts>();
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const { readPushFacts } = await loadDevice();
      const read = await readPushFacts(isKept);
      if (!isGone) setFacts(read);
    };
    // The file did not come: the page works without the switch.
    look().catch(() => setHasFailed(true));
    return () => {
      isGone = true;
    };
  }, [isKept]);
  const turn = async (isOn: boolean) => {
    setIsBusy(true);
    setHasFailed(false);
    try {
      const { readPushFacts, turnPushesOff, turnPushesOn } = await loadDevice();
      const turned = await (isOn ? turnPushesOn(publicKey) : turnPushesOff());
      setHasFailed(turned === 'failed');
      setFacts(await readPushFacts(turned === 'on' || (turned === 'failed' && !isOn)));
    } catch {
      // The page is from before an update, or there is no connection.
      setHasFailed(true);
    }
    setIsBusy(false);
  };
  const state = facts && pushStateOf(facts);
  const words = facts && state && pushWords(state, facts.device);
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
          That did not work. Look at your internet and try again.
        </StatusLine>
      ) : null}
      {state === 'off' ? (
        <Button className="justify-self-start" isBusy={isBusy} onClick={() => void turn(true)}>
          Turn messages on
        </Button>
      ) : null}
      {state === 'on' ? (
        <Button
          tone="secondary"
          className="justify-self-start"
          isBusy={isBusy}
          onClick={() => void turn(false)}
        >
          Turn messages off
        </Button>
      ) : null}
      <noscript>
        <p>Turn on JavaScript in your browser to use this.</p>
      </noscript>
    </div>
  );
}
