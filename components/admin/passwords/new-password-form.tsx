'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { NewPasswordField } from '#components/admin/passwords/new-password-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { redeemPasswordLinkAction } from '#lib/operators/passwords/actions.ts';

/** Of a link that an admin made. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const [outcome, submit, isPending] = useActionState(redeemPasswordLinkAction, null);
  const problem = outcome?.ok === false ? outcome : null;
  return (
    <form action={submit} noValidate className="grid gap-6">
      <FormRefusal problem={problem} />
      <input type="hidden" name="token" value={token} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        readOnly
        value={email}
      />
      <NewPasswordField error={problem?.fields?.chosen} />
      <Button type="submit" size="large" isBusy={isPending}>
        Save the new password
      </Button>
    </form>
  );
}
