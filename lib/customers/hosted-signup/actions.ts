'use server';

import { refresh } from 'next/cache';
import { formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { createSignup } from './create-signup.ts';
import { recheckSignup } from './recheck-signup.ts';
import type { RecheckForm, SignupForm } from './schema.ts';

export const createSignupAction = formAction<SignupForm>(
  operator,
  async ({ run, fields: { email = '' } }) => {
    const created = await run(createSignup, { email });
    if (!created.ok) return { email, made: null, problem: created };
    refresh();
    return { email: '', made: { url: created.value.url, email: email.trim() || null }, problem: null };
  },
);

export const recheckSignupAction = formAction<RecheckForm>(
  operator,
  async ({ run, fields: { signupId } }) => {
    const rechecked = await run(recheckSignup, { signupId });
    refresh();
    return rechecked.ok ? { outcome: rechecked.value, problem: null } : { outcome: null, problem: rechecked };
  },
);
