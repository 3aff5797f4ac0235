'use client';

import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { roleOptions } from '#components/admin/role-words.ts';
import { ShownOnceLink } from '#components/admin/shown-once-link.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inviteOperatorAction } from '#lib/operators/actions.ts';
import type { InviteForm as Form } from '#lib/operators/schema.ts';

const UNTOUCHED: Form = { email: '', role: 'operator', problem: null, link: null };

/** Creates an invitation; the link is shown once. */
export function InviteForm() {
  const {
    state: form,
    submit,
    isPending,
    keep,
  } = useSteppedAction(inviteOperatorAction, UNTOUCHED, ({ problem }) => problem);
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} onSubmit={keep} noValidate className="grid max-w-2xl gap-5">
      <FormRefusal problem={form.problem} />
      {form.link ? (
        <ShownOnceLink label="Invitation link" name="invitation-link" link={form.link}>
          {`Send this link to ${form.email}. It works once, within 72 hours, and is not shown again.`}
        </ShownOnceLink>
      ) : null}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={form.link ? '' : form.email}
        error={errors.email}
      />
      <SelectField label="Role" name="role" required options={roleOptions} defaultValue={form.role} />
      <span>
        <Button type="submit" isBusy={isPending}>
          Make invitation link
        </Button>
      </span>
    </form>
  );
}
