'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { postCancel } from '#lib/following/cancellations/queries.ts';

/**
 * Ends the danger with a code, which is sent as typed and never checked here: an attacker may be watching.
 * Works as a plain form without JavaScript.
 */
export function SafeAgain({ calloutId }: { calloutId: number }) {
  const t = useWords();
  const client = useQueryClient();
  const [state, setState] = useState<'ready' | 'sending' | 'not_sent'>('ready');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('safeCode');
    if (typeof code !== 'string' || code.trim() === '') return;
    setState('sending');
    const isTaken = await postCancel(calloutId, code.trim()).catch(() => false);
    if (!isTaken) return setState('not_sent');
    await client.invalidateQueries({ queryKey: ['callout', calloutId] });
  };
  return (
    <details className="[&[open]]:col-span-full [&[open]]:rounded-md [&[open]]:border [&[open]]:border-control [&[open]]:bg-surface [&[open]]:p-4">
      <summary className={buttonLook('secondary', 'regular', 'flex w-full list-none px-2!')}>
        <CircleCheck aria-hidden="true" />
        <span>{t('callout.safe')}</span>
      </summary>
      <form
        method="post"
        action={`/api/callouts/${calloutId}/cancel`}
        onSubmit={submit}
        className="mt-4 grid gap-4"
      >
        <p>{t('callout.safeText')}</p>
        {state === 'not_sent' ? (
          <Alert title={t('callout.safeUnheard')}>
            <p>{t('callout.safeUnheardText')}</p>
          </Alert>
        ) : null}
        <TextField
          label={t('callout.safeCode')}
          name="safeCode"
          inputMode="numeric"
          maxLength={40}
          required
          className="max-w-48 text-xl! tracking-[0.3em] tabular-nums"
        />
        <div>
          <Button type="submit" isBusy={state === 'sending'}>
            {t('callout.saySafe')}
          </Button>
        </div>
      </form>
    </details>
  );
}
