'use client';

import { useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { signInOperatorAction } from '#lib/identity/actions.ts';
import type { OperatorSignInForm as Form } from '#lib/identity/schema.ts';

export function OperatorSignInForm() {
  const [form, submit, isPending] = useActionState(signInOperatorAction, {
    email: '',
    problem: null,
  } satisfies Form);
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} />
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
