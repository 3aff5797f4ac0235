'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { postCancel } from '#lib/following/cancellations/queries.ts';

/**
 * Ends the danger with a code, which is sent as typed and never checked here: an attacker may be watching.
 * Works as a plain form without JavaScript.
 */
export function SafeAgain({ calloutId }: { calloutId: number }) {
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
    <Card>
      <details className="group grid gap-4">
        <summary className={buttonLook('secondary', 'regular', 'cursor-pointer list-none')}>
          I am safe
        </summary>
        <form
          method="post"
          action={`/api/callouts/${calloutId}/cancel`}
          onSubmit={submit}
          className="mt-4 grid gap-4"
        >
          <p>Your code shows AURA that it is you. Vigil does not check it: what you type goes to AURA.</p>
          {state === 'not_sent' ? (
            <Alert title="Vigil has not confirmed it">
              <p>What you typed may not have arrived. Send it again; twice does no harm.</p>
            </Alert>
          ) : null}
          <TextField
            label="Last four digits of your registered number"
            name="safeCode"
            inputMode="numeric"
            maxLength={40}
            required
            className="max-w-48 text-xl tracking-[0.3em] tabular-nums"
          />
          <div>
            <Button type="submit" isBusy={state === 'sending'}>
              Say that I am safe
            </Button>
          </div>
        </form>
      </details>
    </Card>
  );
}
