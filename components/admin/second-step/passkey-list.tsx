'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { removePasskeyAction, renamePasskeyAction } from '#lib/operators/second-factor/actions.ts';
import type { PasskeyRow } from '#lib/operators/second-factor/schema.ts';

type PasskeyListProps = {
  passkeys: readonly PasskeyRow[];
  asOf: string;
};

export function PasskeyList({ passkeys, asOf }: PasskeyListProps) {
  return (
    <ul aria-label="Passkeys" className="grid gap-3">
      {passkeys.map(({ passkeyId, label, createdAt, lastUsedAt }) => (
        <li key={passkeyId} className="grid gap-2 rounded-md border border-line p-4">
          <p className="font-semibold [overflow-wrap:anywhere]">{label}</p>
          <p className="text-sm text-ink-soft">
            <span>Made</span> <Age at={createdAt} now={asOf} />
            <span>,</span>{' '}
            {lastUsedAt ? (
              <>
                last used <Age at={lastUsedAt} now={asOf} />
              </>
            ) : (
              <span>never used to sign in</span>
            )}
          </p>
          <details>
            <summary className="cursor-pointer py-2 font-semibold text-accent underline underline-offset-4">
              Rename or remove<span className="sr-only">{` ${label}`}</span>
            </summary>
            <div className="mt-4 grid gap-8">
              <Rename passkeyId={passkeyId} label={label} />
              <Remove passkeyId={passkeyId} label={label} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

type OneProps = { passkeyId: string; label: string };

function Rename({ passkeyId, label }: OneProps) {
  const [outcome, submit, isPending] = useActionState(renamePasskeyAction, null);
  const problem = outcome?.ok === false ? outcome : null;
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal problem={problem} />
      <input type="hidden" name="passkeyId" value={passkeyId} />
      <TextField
        // React resets a form after its action: the key makes it reset to the new label.
        key={label}
        label="Name"
        name="label"
        autoComplete="off"
        required
        maxLength={60}
        defaultValue={label}
        error={problem?.fields?.label}
      />
      <span>
        <Button type="submit" tone="secondary" isBusy={isPending}>
          Rename
        </Button>
      </span>
    </form>
  );
}

function Remove({ passkeyId, label }: OneProps) {
  const [outcome, submit, isPending] = useActionState(removePasskeyAction, null);
  const problem = outcome?.ok === false ? outcome : null;
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal problem={problem} />
      <input type="hidden" name="passkeyId" value={passkeyId} />
      <p>
        Vigil then takes it no more. Delete it on the device as well. If the device was lost, end its session
        on this page, too.
      </p>
      <PasswordField error={problem?.fields?.password} />
      <span>
        <Button type="submit" tone="secondary" isBusy={isPending} aria-label={`Remove ${label}`}>
          Remove
        </Button>
      </span>
    </form>
  );
}
