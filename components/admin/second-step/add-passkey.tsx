'use client';

import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { askDevice } from '#components/admin/second-step/ask-device.ts';
import { FactorAdded } from '#components/admin/second-step/factor-added.tsx';
import { usePasskeySupport } from '#components/admin/second-step/use-passkey-support.ts';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import { addPasskeyAction, startPasskeyAction } from '#lib/operators/second-factor/actions.ts';
import type { AddPasskeyForm } from '#lib/operators/second-factor/schema.ts';

type Form = AddPasskeyForm & {
  label: string;
  /** WebAuthn options after the password; kept when the device refuses, for a retry. */
  options: PublicKeyCredentialCreationOptionsJSON | null;
};

/** Password and name, the browser's prompt, then recovery codes for a first factor. */
export function AddPasskey({ suggestedLabel }: { suggestedLabel: string }) {
  const isSupported = usePasskeySupport();
  const [form, submit, isPending] = useActionState(makePasskey, {
    problem: null,
    added: null,
    label: suggestedLabel,
    options: null,
  } satisfies Form);
  if (form.added) {
    return (
      <FactorAdded
        what={`The passkey “${form.added.label}” is kept.`}
        recoveryCodes={form.added.recoveryCodes}
      />
    );
  }
  if (isSupported === false) return <NotHere />;
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <noscript>
        <p>Passkeys need scripts, which are off here. An authenticator app works without.</p>
      </noscript>
      <FormRefusal problem={form.problem} />
      <TextField
        label="Name of this passkey"
        name="label"
        hint="So that you can tell it from your others: where it is kept."
        autoComplete="off"
        required
        maxLength={60}
        defaultValue={form.label}
        error={errors.label}
      />
      {form.options ? null : <PasswordField hint="The one that you sign in with." error={errors.password} />}
      <Button type="submit" size="large" isBusy={isPending} disabled={isSupported === null}>
        {form.options ? 'Ask the device again' : 'Make the passkey'}
      </Button>
      <p>
        <TextLink href="/admin/second-factor/set-up">Set up something else</TextLink>
      </p>
    </form>
  );
}

async function makePasskey(shown: Form, data: FormData): Promise<Form> {
  const label = `${data.get('label') ?? ''}`;
  const again = { label, added: null, options: null };
  const started = shown.options
    ? ({ ok: true, value: { options: shown.options } } as const)
    : await startPasskeyAction(null, data);
  if (!started.ok) return { ...again, problem: started };
  const { options } = started.value;
  const made = await askDevice(() => startRegistration({ optionsJSON: options }));
  if (!made.ok) return { ...again, options, problem: made };
  data.set('response', JSON.stringify(made.value));
  return { ...again, ...(await addPasskeyAction(null, data)) };
}

function NotHere() {
  const { title, detail } = errorEntry('passkey.unavailable');
  return (
    <Alert title={title}>
      <p>{detail}</p>
    </Alert>
  );
}
