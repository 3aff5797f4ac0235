'use client';

import { useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useWords } from '#components/ui/words.tsx';
import { acceptTermsAction } from '#lib/customers/registration/actions.ts';

/** Stands in a text for what is put there as a link. */
const GAP = '\u0000';

/** Asks for the terms that the person has not accepted. Nothing waits for the answer. */
export function TermsNotice({ termsVersion }: { termsVersion: string }) {
  const t = useWords();
  const [result, submit, isPending] = useActionState(acceptTermsAction, null);
  const [before = '', between = '', after = ''] = t('terms.changed', { terms: GAP, privacy: GAP }).split(GAP);
  return (
    <section id="terms" aria-labelledby="terms-title" className="grid gap-3 rounded-md bg-sunken p-4">
      <h2 id="terms-title" className="text-lg font-semibold">
        {t('terms.title')}
      </h2>
      {result && !result.ok ? <RefusalAlert problem={result} t={t} /> : null}
      <p>
        <span>{before}</span>
        <TextLink href="/terms">{t('terms.link')}</TextLink>
        <span>{between}</span>
        <TextLink href="/privacy">{t('terms.kept')}</TextLink>
        <span>{after}</span>
      </p>
      <form action={submit}>
        <input type="hidden" name="termsVersion" value={termsVersion} />
        <Button type="submit" isBusy={isPending}>
          {t('terms.accept')}
        </Button>
      </form>
    </section>
  );
}
