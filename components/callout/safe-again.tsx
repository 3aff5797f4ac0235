'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { postCancel } from '#lib/following/cancellations/queries.ts';
import { named } from '#lib/languages/brand-name.ts';

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
    <details className="[&[open]]:col-span-full [&[open]]:rounded-md [&[open]]:border [&[open]]:border-control [&[open]]:bg-surface [&[open]]:p-4">
      <summary className={buttonLook('secondary', 'regular', 'flex w-full list-none px-2!')}>
        <CircleCheck aria-hidden="true" />
        <span>I am safe</span>
      </summary>
      <form
        method="post"
        action={`/api/callouts/${calloutId}/cancel`}
        onSubmit={submit}
        className="mt-4 grid gap-4"
      >
        <p>Type your code to stop the response. It goes to the control room.</p>
        {state === 'not_sent' ? (
          <Alert title={named('Vigil has not confirmed it')}>
            <p>Your code may not have arrived. Please send it again.</p>
          </Alert>
        ) : null}
        <TextField
          label="Last four digits of your registered number"
          name="safeCode"
          inputMode="numeric"
          maxLength={40}
          required
          className="max-w-48 text-xl! tracking-[0.3em] tabular-nums"
        />
        <div>
          <Button type="submit" isBusy={state === 'sending'}>
            Say that I am safe
          </Button>
        </div>
      </form>
    </details>
  );
}
