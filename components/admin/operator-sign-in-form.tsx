'use client';

import { useActionState, useSyncExternalStore } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { signInOperatorAction } from '#lib/identity/actions.ts';
import type { OperatorSignInForm as Form } from '#lib/identity/schema.ts';

const neverChanges = () => () => undefined;

/** The row of the board that the link named: browsers keep that part of an address, and do not send it. */
function useNamedNeed(): string {
  return useSyncExternalStore(
    neverChanges,
    () => window.location.hash,
    () => '',
  );
}

export function OperatorSignInForm() {
  const [form, submit, isPending] = useActionState(signInOperatorAction, {
    email: '',
    problem: null,
  } satisfies Form);
  const errors = form.problem?.fields ?? {};
  const need = useNamedNeed();
  return (
    <form action={submit} noValidate className="grid gap-6">
      <FormRefusal problem={form.problem} />
      <input type="hidden" name="need" value={need} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={form.email}
        error={errors.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={errors.password}
      />
      <Button type="submit" size="large" isBusy={isPending}>
        Sign in
      </Button>
    </form>
  );
}
