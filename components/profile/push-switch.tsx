'use client';

import { useEffect, useState } from 'react';
import type { PushFacts } from '#components/profile/push-state.ts';
import { PushStatus } from '#components/profile/push-status.tsx';

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
  return (
    <PushStatus facts={facts} hasFailed={hasFailed} isBusy={isBusy} onTurn={(isOn) => void turn(isOn)} />
  );
}
