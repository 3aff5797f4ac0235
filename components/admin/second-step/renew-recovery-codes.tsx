'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { RecoveryCodeList } from '#components/admin/second-step/recovery-code-list.tsx';
import { Button } from '#components/ui/button.tsx';
import type { RecoveryCodesForm } from '#lib/operators/schema.ts';
import { renewRecoveryCodesAction } from '#lib/operators/second-factor/actions.ts';

export function RenewRecoveryCodes({ left }: { left: number }) {
  const [form, submit, isPending] = useActionState(renewRecoveryCodesAction, {
    problem: null,
    codes: null,
  } satisfies RecoveryCodesForm);
  if (form.codes) {
    return (
      <>
        <p role="status" className="font-semibold">
          These are your new recovery codes. The old ones are void, and these are not shown again.
        </p>
        <RecoveryCodeList codes={form.codes} />
      </>
    );
  }
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal problem={form.problem} />
      <p>
        {`${left === 1 ? 'One is' : `${left === 0 ? 'None' : left} are`} left of your ten. Without app, passkey and recovery code, only an admin can let you in again, by resetting your second step.`}
      </p>
      <PasswordField error={form.problem?.fields?.password} />
      <span>
        <Button type="submit" tone="secondary" isBusy={isPending}>
          Make new codes
        </Button>
      </span>
    </form>
  );
}
