import { CircleCheck } from 'lucide-react';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
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
        <RefusalAlert problem={problem} />
        <input type="hidden" name="operatorId" value={operatorId} />
        {link ? <Made link={link} /> : null}
        <span>
          <Button type="submit" tone="secondary" isBusy={isPending}>
            {link ? 'Make another link' : 'Make a link'}
          </Button>
        </span>
      </form>
    </Card>
  );
}

function Made({ link }: { link: string }) {
  return (
    <>
      <StatusLine tone="good" icon={<CircleCheck />}>
        Send them this link. It works once, within an hour, and is not shown again.
      </StatusLine>
      <TextField
        label="Link for a new password"
        name="password-link"
        readOnly
        required
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span>
        <Button tone="secondary" onClick={() => void navigator.clipboard.writeText(link)}>
          Copy link
        </Button>
      </span>
    </>
  );
}
