'use client';

import { forgetPersonOnDevice } from '#components/panic/press-worker.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { signOutPersonAction } from '#lib/identity/actions.ts';

/** Asks, then ends the session and clears this device's credentials and cached data. */
export function SignOut() {
  return (
    <div>
      <Dialog
        trigger={<Button tone="secondary">Sign out</Button>}
        title="Sign out?"
        description="After this, the button on this device does not call for help. To use it again, sign in with a code by SMS."
      >
        <form action={signOutPersonAction} onSubmit={forgetPersonOnDevice}>
          <Button type="submit">Yes, sign out</Button>
        </form>
      </Dialog>
      <noscript>
        <form action={signOutPersonAction}>
          <Button type="submit" tone="secondary">
            Yes, sign out
          </Button>
        </form>
      </noscript>
    </div>
  );
}
