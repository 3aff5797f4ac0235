import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { ShownOnceLink } from '#components/admin/shown-once-link.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import { rotateHookAction } from '#lib/hooks/actions.ts';
import type { RotateForm as Form } from '#lib/hooks/schema.ts';

const UNTOUCHED: Form = { problem: null, secret: null };

/** A new secret, shown once. */
export function RotateForm({ endpointId, name }: { endpointId: string; name: string }) {
  const {
    state: form,
    submit,
    isPending,
    keep,
  } = useSteppedAction(rotateHookAction, UNTOUCHED, ({ problem }) => problem);
  return (
    <form action={submit} onSubmit={keep} noValidate className="grid gap-4">
      <FormRefusal problem={form.problem} />
      <input type="hidden" name="endpointId" value={endpointId} />
      {form.secret ? (
        <ShownOnceLink
          label="New secret"
          name={`secret-${endpointId}`}
          link={form.secret}
          copies="Copy secret"
        >
          For one day, webhooks are signed with the old secret as well. It is not shown again.
        </ShownOnceLink>
      ) : null}
      <span>
        <Button
          type="submit"
          tone="secondary"
          isBusy={isPending}
          aria-label={`Make a new secret for ${name}`}
        >
          Make a new secret
        </Button>
      </span>
    </form>
  );
}
