'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { FactorAdded } from '#components/admin/second-step/factor-added.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { SecondFactorForm as Form, QrPicture } from '#lib/operators/schema.ts';
import { secondFactorAction } from '#lib/operators/second-factor/actions.ts';

type SetUp = NonNullable<Form['setUp']>;

/** Password, app and first code, then recovery codes for a first factor; each shown once. */
export function AppSetUp() {
  const [form, submit, isPending] = useActionState(secondFactorAction, {
    problem: null,
    setUp: null,
    isOn: false,
  } satisfies Form);
  if (form.setUp && form.isOn) {
    return <FactorAdded what="The app is set up." recoveryCodes={form.setUp.recoveryCodes} />;
  }
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <FormRefusal problem={form.problem} />
      {form.setUp ? (
        <>
          <Secret setUp={form.setUp} />
          <TextField
            key="code"
            label="Code"
            name="code"
            hint="The six digits that the app shows now."
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            maxLength={10}
            error={errors.code}
          />
        </>
      ) : (
        <PasswordField key="password" hint="The one that you sign in with." error={errors.password} />
      )}
      <Button type="submit" size="large" isBusy={isPending}>
        {form.setUp ? 'Turn on' : 'Continue'}
      </Button>
      <p>
        <TextLink href="/admin/second-factor/set-up">Set up something else</TextLink>
      </p>
    </form>
  );
}

function Secret({ setUp: { picture, secret, uri } }: { setUp: SetUp }) {
  return (
    <div className="grid gap-4">
      <p>Scan this with an authenticator app on your phone.</p>
      <Qr picture={picture} />
      <p>
        On this device instead:{' '}
        <a href={uri} className="font-semibold text-accent underline underline-offset-4">
          open the app
        </a>
        , or type this key into it:
      </p>
      <p data-secret className="font-mono text-lg break-all">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </p>
    </div>
  );
}

function Qr({ picture: { size, path } }: { picture: QrPicture }) {
  return (
    // Dark on white in both themes, as scanners require.
    <svg
      role="img"
      aria-label="Picture of the key below, for a camera"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full rounded-md"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
