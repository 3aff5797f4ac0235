'use client';

import { PasskeyForm } from '#components/admin/second-step/passkey-form.tsx';
import { signInByPasskeyAction, startPasskeySignInAction } from '#lib/operators/second-factor/actions.ts';

/** Second step of the sign-in by passkey. */
export function PasskeyStep() {
  return <PasskeyForm start={startPasskeySignInAction} finish={signInByPasskeyAction} />;
}
