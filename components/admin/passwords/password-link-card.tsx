import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { ShownOnceLink } from '#components/admin/shown-once-link.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { makePasswordLinkAction } from '#lib/operators/passwords/actions.ts';
import type { PasswordLinkForm } from '#lib/operators/passwords/schema.ts';

const UNTOUCHED: PasswordLinkForm = { problem: null, link: null };

/** For an operator who has forgotten their password; the link is shown once. */
export function PasswordLinkCard({ operatorId }: { operatorId: string }) {
  const {
    state: { problem, link },
    submit,
    isPending,
    keep,
  } = useSteppedAction(makePasswordLinkAction, UNTOUCHED, (form) => form.problem);
  return (
    <Card title="Forgotten password">
      <p>
        A link lets them choose a new one: make sure that it is they who asked. When they use it, all their
        sessions end. Until then the old password works.
      </p>
      <form action={submit} onSubmit={keep} noValidate className="grid gap-4">
        <FormRefusal problem={problem} />
        <input type="hidden" name="operatorId" value={operatorId} />
        {link ? (
          <ShownOnceLink label="Link for a new password" name="password-link" link={link}>
            Send them this link. It works once, within an hour, and is not shown again.
          </ShownOnceLink>
        ) : null}
        <span>
          <Button type="submit" tone="secondary" isBusy={isPending}>
            {link ? 'Make another link' : 'Make a link'}
          </Button>
        </span>
      </form>
    </Card>
  );
}
