'use client';

import { BellOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { endQuiet, isQuiet, onQuietChange } from '#components/quiet/quiet.ts';
import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

/** Says that silent mode is on, what it cannot do, and ends it by one tap. */
export function QuietBar({ initial }: { initial: boolean }) {
  const t = useWords();
  const isOn = useSyncExternalStore(onQuietChange, isQuiet, () => initial);
  if (!isOn) return null;
  return (
    <section
      aria-label={t('quiet.name')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line bg-surface p-3 text-sm"
    >
      <BellOff aria-hidden="true" className="size-5 shrink-0" />
      <p className="min-w-0 flex-1 basis-48">
        <span>{t('quiet.on')}</span> <span>{t('quiet.calls')}</span>
      </p>
      <Button tone="quiet" onClick={endQuiet}>
        {t('quiet.off')}
      </Button>
    </section>
  );
}
