'use server';

import { redirect } from 'next/navigation';
import type { Result } from '#lib/errors/result.ts';
import { formAction } from '#lib/identity/action.ts';
import { operator, visitor } from '#lib/identity/caller.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { makePasswordLink } from './make-password-link.ts';
import { redeemPasswordLink } from './redeem-password-link.ts';
import type { ChangePasswordForm, PasswordLinkForm } from './schema.ts';

export const changePasswordAction = formAction<ChangePasswordForm>(
  operator,
  async ({ run, headers, fields: { present, chosen } }) => {
    const changed = await run(changeOwnPassword, { headers, present, chosen });
    return changed.ok ? { problem: null, isChanged: true } : { problem: changed, isChanged: false };
  },
);

export const makePasswordLinkAction = formAction<PasswordLinkForm>(operator, async ({ run, fields }) => {
  const made = await run(makePasswordLink, fields);
  return made.ok ? { problem: null, link: made.value.link } : { problem: made, link: null };
});

/** It signs nobody in, and the link is gone: the sign-in says that the new password counts. */
export const redeemPasswordLinkAction = formAction<Result<null> | null>(visitor, async ({ run, fields }) => {
  const used = await run(redeemPasswordLink, fields);
  if (used.ok) redirect('/admin/sign-in?password=changed');
  return used;
});
