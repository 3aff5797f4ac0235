'use client';

import { Mail } from 'lucide-react';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { LinkField } from '#components/ui/link-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { createSignupAction } from '#lib/customers/hosted-signup/actions.ts';
import type { SignupForm as Form } from '#lib/customers/hosted-signup/schema.ts';

/** Creates a hosted signup; the URL is shown once. */
export function SignupForm() {
  const [form, submit, isPending] = useActionState(createSignupAction, {
    email: '',
    made: null,
    problem: null,
  } satisfies Form);
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormRefusal problem={form.problem} />
      {form.made ? (
        <div role="status" className="grid gap-3">
          <p className="font-semibold">The link is made.</p>
          <LinkField
            key={form.made.url}
            url={form.made.url}
            hint="It is shown once and kept nowhere. Whoever has it can sign up by it: send it to one person only, and do not open it yourself."
          />
          {form.made.email ? (
            <div>
              <a href={mailTo(form.made.email, form.made.url)} className={buttonLook('secondary')}>
                <Mail aria-hidden="true" />
                <span>{`Write to ${form.made.email}`}</span>
              </a>
            </div>
          ) : null}
        </div>
      ) : null}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        maxLength={254}
        hint="Theirs. AURA gets it for the signup; Vigil does not keep it."
        defaultValue={form.email}
        error={form.problem?.fields?.email}
      />
      <div>
        <Button type="submit" isBusy={isPending}>
          {form.made ? 'Make another link' : 'Make a link'}
        </Button>
      </div>
    </form>
  );
}

function mailTo(email: string, url: string): string {
  const body = `Hello,\n\nsign up for your panic button on this page of AURA's. The link is for you alone:\n\n${url}\n`;
  return `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent('Your signup')}&body=${encodeURIComponent(body)}`;
}
