'use client';

import { forgetPersonOnDevice } from '#components/panic/press-worker.ts';
import { Button } from '#components/ui/button.tsx';
import { signOutPersonAction } from '#lib/identity/actions.ts';

/** Ends the session, and takes from this device what could press or be read without it. */
export function SignOut() {
  return (
    <form action={signOutPersonAction} onSubmit={forgetPersonOnDevice}>
      <Button type="submit" tone="quiet">
        Sign out
      </Button>
    </form>
  );
}
