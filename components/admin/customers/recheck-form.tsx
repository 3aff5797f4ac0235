'use client';

import { useActionState } from 'react';
import { outcomeText } from '#components/admin/customers/signup-words.ts';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { instantText } from '#components/ui/instant-text.ts';
import { useZone } from '#components/ui/use-zone.ts';
import { recheckSignupAction } from '#lib/customers/hosted-signup/actions.ts';

export function RecheckForm({ signupId, madeAt }: { signupId: string; madeAt: string }) {
  const [answer, submit, isPending] = useActionState(recheckSignupAction, null);
  return (
    <form action={submit} className="grid justify-items-start gap-2">
      <input type="hidden" name="signupId" value={signupId} />
      <Button
        type="submit"
        tone="secondary"
        isBusy={isPending}
        aria-label={`Ask AURA about the link of ${instantText(madeAt, useZone())}`}
      >
        Ask AURA
      </Button>
      <FormRefusal problem={answer?.problem ?? null} />
      <p role="status" className="text-sm empty:hidden">
        {answer?.outcome ? outcomeText(answer.outcome) : null}
      </p>
    </form>
  );
}
