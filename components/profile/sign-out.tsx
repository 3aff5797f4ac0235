'use client';

import { forgetPersonOnDevice } from '#components/panic/press-worker.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useWords } from '#components/ui/words.tsx';
import { signOutPersonAction } from '#lib/identity/actions.ts';

/** Asks, then ends the session and clears this device's credentials and cached data. */
export function SignOut() {
  const t = useWords();
  return (
    <div>
      <Dialog
        trigger={<Button tone="secondary">{t('signOut.button')}</Button>}
        title={t('signOut.ask')}
        description={t('signOut.text')}
      >
        <form action={signOutPersonAction} onSubmit={forgetPersonOnDevice}>
          <Button type="submit">{t('signOut.yes')}</Button>
        </form>
      </Dialog>
      <noscript>
        <form action={signOutPersonAction}>
          <Button type="submit" tone="secondary">
            {t('signOut.yes')}
          </Button>
        </form>
      </noscript>
    </div>
  );
}
