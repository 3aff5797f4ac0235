'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { refusedWords } from '#components/panic/refused-words.ts';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { useWords } from '#components/ui/words.tsx';
import { switchOffOtherButtonsAction } from '#lib/customers/registration/actions.ts';

/** Revokes the button on all other devices, after confirmation. */
export function SwitchOffButtons() {
  const t = useWords();
  const [switchedOff, submit, isPending] = useActionState(switchOffOtherButtonsAction, null);
  if (switchedOff?.ok) {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        {t('others.areOff')}
      </StatusLine>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      {switchedOff ? <Alert title={refusedWords(switchedOff.code, t).title} /> : null}
      <Dialog
        trigger={<Button tone="secondary">{t('others.switchOff')}</Button>}
        title={t('others.ask')}
        description={t('others.stops')}
      >
        <form action={submit} className="flex flex-wrap gap-3">
          <Button type="submit" isBusy={isPending}>
            {t('device.switchOff')}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
