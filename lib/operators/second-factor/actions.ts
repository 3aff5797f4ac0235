'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Result } from '#lib/errors/result.ts';
import { action, changeAction, formAction } from '#lib/identity/action.ts';
import { enrollee, operator, visitor } from '#lib/identity/caller.ts';
import { consoleTarget } from '#lib/identity/console-target.ts';
import { sendCookies, takeReturnPath } from '#lib/identity/next-adapter.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import type { RecoveryCodesForm, SecondFactorForm } from '#lib/operators/schema.ts';
import { env } from '#lib/platform/env.ts';
import { addPasskey } from './add-passkey.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { readStepUp } from './read-step-up.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import type { AddPasskeyForm } from './schema.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { startPasskey } from './start-passkey.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';
import { startPasskeyStepUp } from './start-passkey-step-up.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { stepUp } from './step-up.ts';
import { stepUpByPasskey } from './step-up-by-passkey.ts';
import { stopSecondFactor } from './stop-second-factor.ts';

// WebAuthn takes two actions: the first returns the options for the browser, the second gets its answer in
// the field `response`.

export const startPasskeyAction = formAction(
  enrollee,
  ({ run, headers, fields: { password, label } }, _shown: unknown) =>
    run(startPasskey, { headers, password, label }),
);

export const addPasskeyAction = formAction(
  enrollee,
  async ({ run, headers, fields }, _shown: unknown): Promise<AddPasskeyForm> => {
    const { label = '', response } = fields;
    const added = await run(addPasskey, { headers, label, response });
    if (!added.ok) return { problem: added, added: null };
    const { cookies, recoveryCodes } = added.value;
    await sendCookies(cookies);
    return { problem: null, added: { label, recoveryCodes } };
  },
);

export const renamePasskeyAction = changeAction(enrollee, renamePasskey);
export const removePasskeyAction = changeAction(enrollee, removePasskey);

export const startPasskeySignInAction = formAction(visitor, async ({ run, headers }, _shown: unknown) =>
  run(startPasskeySignIn, { challenge: await challengeIn(headers) }),
);

export const signInByPasskeyAction = formAction(
  visitor,
  async (
    { run, headers, fields: { response }, userAgent },
    _shown: unknown,
  ): Promise<Result<null> | null> => {
    const challenge = await challengeIn(headers);
    const signedIn = await run(signInByPasskey, { challenge, response, userAgent });
    if (!signedIn.ok) return signedIn;
    await sendCookies(signedIn.value.cookies);
    redirect(await takeReturnPath());
  },
);

/** Two steps: the password returns the secret, a first code activates it. */
export const secondFactorAction = formAction<SecondFactorForm>(
  enrollee,
  async ({ run, headers, fields: { password, code } }, shown) => {
    if (!shown.setUp) {
      const started = await run(startSecondFactor, { headers, password });
      return started.ok
        ? { problem: null, setUp: started.value, isOn: false }
        : { problem: started, setUp: null, isOn: false };
    }
    const confirmed = await run(confirmSecondFactor, { headers, code });
    if (!confirmed.ok) return { ...shown, problem: confirmed };
    await sendCookies(confirmed.value.cookies);
    return { ...shown, problem: null, isOn: true };
  },
);

export const stopSecondFactorAction = changeAction(enrollee, stopSecondFactor);
export const resetSecondFactorAction = changeAction(operator, resetSecondFactor);

export const renewRecoveryCodesAction = formAction<RecoveryCodesForm>(enrollee, async ({ run, fields }) => {
  const renewed = await run(renewRecoveryCodes, fields);
  if (!renewed.ok) return { problem: renewed, codes: null };
  refresh();
  return { problem: null, codes: renewed.value };
});

export const readStepUpAction = action(operator, ({ run }) => run(readStepUp, {}));

/** With `to`, a page of its own asked, which then leads there; a dialog goes on by itself. */
export const stepUpAction = formAction<Result<null> | null>(
  operator,
  async ({ run, headers, fields: { code, password, to } }) => {
    const proven = await run(stepUp, { headers, code, password });
    if (proven.ok && to !== undefined) leadTo(to);
    return proven;
  },
);

export const startPasskeyStepUpAction = formAction(operator, ({ run, headers }, _shown: unknown) =>
  run(startPasskeyStepUp, { headers }),
);

export const stepUpByPasskeyAction = formAction(
  operator,
  async ({ run, headers, fields: { response, to } }, _shown: unknown): Promise<Result<null> | null> => {
    const proven = await run(stepUpByPasskey, { headers, response });
    if (proven.ok && to !== undefined) leadTo(to);
    return proven;
  },
);

/** A file has no page to show: the page that asked starts it and stays. */
function leadTo(asked: string): never {
  const { href, isFile } = consoleTarget(asked, env.APP_URL);
  redirect(isFile ? `/admin/step-up?${new URLSearchParams({ to: href })}` : href);
}
