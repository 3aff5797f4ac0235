'use client';

import { useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { acceptTermsAction } from '#lib/customers/registration/actions.ts';

/** Asks for the terms that the person has not accepted. Nothing waits for the answer. */
export function TermsNotice({ termsVersion }: { termsVersion: string }) {
  const [result, submit, isPending] = useActionState(acceptTermsAction, null);
  return (
    <section id="terms" aria-labelledby="terms-title" className="grid gap-3 rounded-md bg-sunken p-4">
      <h2 id="terms-title" className="text-lg font-semibold">
        Please read our terms
      </h2>
      {result && !result.ok ? <RefusalAlert problem={result} /> : null}
      <p>
        You have not accepted the <TextLink href="/terms">terms</TextLink> as they are now. Read also{' '}
        <TextLink href="/privacy">what we keep about you</TextLink>. Your button works also if you do not.
      </p>
      <form action={submit}>
        <input type="hidden" name="termsVersion" value={termsVersion} />
        <Button type="submit" isBusy={isPending}>
          I accept
        </Button>
      </form>
    </section>
  );
}
