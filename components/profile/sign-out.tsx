'use client';

import { forgetPersonOnDevice } from '#components/panic/press-worker.ts';
import { Button } from '#components/ui/button.tsx';
import { signOutPersonAction } from '#lib/identity/actions.ts';

/** Ends the session and clears this device's credentials and cached data. */
export function SignOut() {
  return (
    <form action={signOutPersonAction} onSubmit={forgetPersonOnDevice}>
      <Button type="submit" tone="quiet">
        Sign out
      </Button>
    </form>
  );
}
