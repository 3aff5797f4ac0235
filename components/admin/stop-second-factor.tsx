'use client';

import { DeedForm } from '#components/admin/deed-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { stopSecondFactorAction } from '#lib/operators/actions.ts';

/** Turns one's second step off, to move it to another app or to do without. */
export function StopSecondFactor() {
  return (
    <>
      <p>On: signing in asks for a code. To move it to another app, turn it off and set it up there.</p>
      <DeedForm action={stopSecondFactorAction} about={{}} label="Turn off" tone="secondary">
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
      </DeedForm>
    </>
  );
}
