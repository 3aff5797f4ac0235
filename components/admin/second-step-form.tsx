'use client';

import { DeedForm } from '#components/admin/deed-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { completeSignInAction } from '#lib/operators/actions.ts';

/** The second step of signing in: a code of the app, or a recovery code. */
export function SecondStepForm() {
  return (
    <DeedForm action={completeSignInAction} about={{}} label="Sign in">
      <TextField
        label="Code"
        name="code"
        hint="The six digits that your authenticator app shows now, or one of your recovery codes."
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={40}
        autoFocus
      />
    </DeedForm>
  );
}
