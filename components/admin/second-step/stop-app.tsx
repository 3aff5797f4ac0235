'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { stopSecondFactorAction } from '#lib/operators/second-factor/actions.ts';

export function StopApp() {
  return (
    <>
      <p>Set up: its codes sign you in. To move to another app, turn this one off and set the other up.</p>
      <ActionForm action={stopSecondFactorAction} about={{}} label="Turn off" tone="secondary">
        {(errors) => <PasswordField error={errors.password} />}
      </ActionForm>
    </>
  );
}
