'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { NewPasswordField } from '#components/admin/passwords/new-password-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changePasswordAction } from '#lib/operators/passwords/actions.ts';
import type { ChangePasswordForm as Form } from '#lib/operators/passwords/schema.ts';

const UNTOUCHED: Form = { problem: null, isChanged: false };

export function ChangePasswordForm({ email }: { email: string }) {
  const [{ problem, isChanged }, submit, isPending] = useActionState(changePasswordAction, UNTOUCHED);
  const errors = problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <FormRefusal problem={problem} />
      {isChanged ? (
        <StatusLine tone="good" icon={<CircleCheck />}>
          Your password is changed. You stay signed in here; all your other sessions have ended.
        </StatusLine>
      ) : null}
      {/* For password managers, which keep the new password under it. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Present password"
        name="present"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
        error={errors.present}
      />
      <NewPasswordField error={errors.chosen} />
      <span>
        <Button type="submit" isBusy={isPending}>
          Change password
        </Button>
      </span>
    </form>
  );
}
