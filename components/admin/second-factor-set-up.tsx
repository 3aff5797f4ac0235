'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { secondFactorAction } from '#lib/operators/actions.ts';
import type { SecondFactorForm as Form, QrPicture } from '#lib/operators/schema.ts';

type SetUp = NonNullable<Form['setUp']>;

/** Password, then the app and its first code, then the recovery codes: each is shown once. */
export function SecondFactorSetUp() {
  const [form, submit, isPending] = useActionState(secondFactorAction, {
    problem: null,
    setUp: null,
    isOn: false,
  } satisfies Form);
  if (form.setUp && form.isOn) return <Done recoveryCodes={form.setUp.recoveryCodes} />;
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} />
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
        <TextField
          key="password"
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          hint="The one that you sign in with."
          required
          maxLength={128}
          error={errors.password}
        />
      )}
      <Button type="submit" size="large" isBusy={isPending}>
        {form.setUp ? 'Turn on' : 'Continue'}
      </Button>
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
    // Dark on white in either theme: scanners read nothing else as well.
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

function Done({ recoveryCodes }: { recoveryCodes: readonly string[] }) {
  return (
    <div className="grid gap-5">
      <StatusLine tone="good" icon={<CircleCheck />}>
        The second step is on. Keep these recovery codes: they are not shown again.
      </StatusLine>
      <p>Each signs you in once without the app. Print them, or keep them in a password manager.</p>
      <ul aria-label="Recovery codes" className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
        {recoveryCodes.map((code) => (
          <li key={code} className="rounded-md border border-line bg-sunken px-3 py-1.5 font-mono">
            {code}
          </li>
        ))}
      </ul>
      <LinkButton href="/admin/callouts">I have kept them</LinkButton>
    </div>
  );
}
