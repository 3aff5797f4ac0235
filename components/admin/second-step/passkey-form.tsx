import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { askDevice } from '#components/admin/second-step/ask-device.ts';
import { usePasskeySupport } from '#components/admin/second-step/use-passkey-support.ts';
import { Button } from '#components/ui/button.tsx';
import type { Refusal, Result } from '#lib/errors/result.ts';

type PasskeyFormProps = {
  start: (shown: null, data: FormData) => Promise<Result<{ options: PublicKeyCredentialRequestOptionsJSON }>>;
  /** Gets the device's answer in the field `response`. */
  finish: (shown: null, data: FormData) => Promise<Result<null> | null>;
  onDone?: (() => void) | undefined;
  /** Where `finish` leads. */
  to?: string | undefined;
};

/** Asks the device for a passkey; only an explanation where the browser lacks WebAuthn. */
export function PasskeyForm({ start, finish, onDone, to }: PasskeyFormProps) {
  const isSupported = usePasskeySupport();
  const [problem, submit, isPending] = useActionState(answer, null);
  async function answer(): Promise<Refusal | null> {
    const started = await start(null, new FormData());
    if (!started.ok) return started;
    const answered = await askDevice(() => startAuthentication({ optionsJSON: started.value.options }));
    if (!answered.ok) return answered;
    const data = new FormData();
    data.set('response', JSON.stringify(answered.value));
    if (to !== undefined) data.set('to', to);
    const finished = await finish(null, data);
    if (finished?.ok === false) return finished;
    onDone?.();
    return null;
  }
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
      <FormRefusal problem={problem} />
      <Button type="submit" size="large" isBusy={isPending} autoFocus>
        <KeyRound aria-hidden="true" />
        Use a passkey
      </Button>
    </form>
  );
}
