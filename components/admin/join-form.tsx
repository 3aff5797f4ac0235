'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { joinAction } from '#lib/operators/actions.ts';
import type { JoinForm as Form } from '#lib/operators/schema.ts';

export function JoinForm({ token, email }: { token: string; email: string }) {
  const [form, submit, isPending] = useActionState(joinAction, { name: '', problem: null } satisfies Form);
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <FormRefusal problem={form.problem} />
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
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        hint="Others see it beside what you do."
        required
        maxLength={80}
        defaultValue={form.name}
        error={errors.name}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Several words are easier to keep in mind."
        required
        maxLength={128}
        error={errors.password}
      />
      <Button type="submit" size="large" isBusy={isPending}>
        Join
      </Button>
    </form>
  );
}
