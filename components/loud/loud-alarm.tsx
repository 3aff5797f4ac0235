'use client';

import { Siren } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { isLoud, onLoudChange, stopLoud } from '#components/loud/loud.ts';
import { playSiren } from '#components/loud/siren.ts';
import { isQuiet, onQuietChange } from '#components/quiet/quiet.ts';
import { Button } from '#components/ui/button.tsx';
import { openAudio } from '#components/ui/tones.ts';
import { useWords } from '#components/ui/words.tsx';

const onEither = (changed: () => void) => {
  const stops = [onLoudChange(changed), onQuietChange(changed)];
  return () => stops.forEach((stop) => void stop());
};

/** The siren and the light of loud mode, over whatever page is open; never in silent mode. */
export function LoudAlarm() {
  const t = useWords();
  const isOn = useSyncExternalStore(
    onEither,
    () => isLoud() && !isQuiet(),
    () => false,
  );
  useEffect(() => (isOn ? sound() : undefined), [isOn]);
  if (!isOn) return null;
  return (
    <>
      <div aria-hidden="true" className="loud-light" />
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid justify-items-center p-8">
        <Button className="pointer-events-auto" onClick={stopLoud}>
          <Siren aria-hidden="true" />
          <span>{t('loud.stop')}</span>
        </Button>
      </div>
    </>
  );
}

/** Gives what ends it. Browsers that want a gesture first begin with the next one. */
function sound(): (() => void) | undefined {
  const context = openAudio();
  if (!context) return undefined;
  const over = new AbortController();
  const resume = () => void context.resume().catch(() => undefined);
  window.addEventListener('pointerdown', resume, { signal: over.signal });
  playSiren(context);
  return () => {
    over.abort();
    void context.close();
  };
}
