'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { useActionState } from 'react';
import { askDevice } from '#components/admin/second-step/ask-device.ts';
import { usePasskeySupport } from '#components/admin/second-step/use-passkey-support.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Refusal } from '#lib/errors/result.ts';
import { signInByPasskeyAction, startPasskeySignInAction } from '#lib/operators/second-factor/actions.ts';

/** Second step by passkey; only an explanation where the browser lacks WebAuthn. */
export function PasskeyStep() {
  const isSupported = usePasskeySupport();
  const [problem, submit, isPending] = useActionState(answerByPasskey, null);
  if (isSupported === null) {
    return (
      <noscript>
        <p>Your passkey needs scripts, which are off here. A code works without.</p>
      </noscript>
    );
  }
  if (!isSupported) return <p>This browser cannot use your passkey. A code works here.</p>;
  return (
    <form action={submit} className="grid gap-4">
      <RefusalAlert problem={problem} />
      <Button type="submit" size="large" isBusy={isPending} autoFocus>
        <KeyRound aria-hidden="true" />
        Use a passkey
      </Button>
    </form>
  );
}

async function answerByPasskey(): Promise<Refusal | null> {
  const started = await startPasskeySignInAction(null, new FormData());
  if (!started.ok) return started;
  const answered = await askDevice(() => startAuthentication({ optionsJSON: started.value.options }));
  if (!answered.ok) return answered;
  const data = new FormData();
  data.set('response', JSON.stringify(answered.value));
  const signedIn = await signInByPasskeyAction(null, data);
  return signedIn?.ok === false ? signedIn : null;
}
