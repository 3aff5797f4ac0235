'use server';

import { refresh } from 'next/cache';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { createSignup } from './create-signup.ts';
import { recheckSignup } from './recheck-signup.ts';
import type { RecheckForm, SignupForm } from './schema.ts';

/** Makes a link to AURA's signup page. */
export async function createSignupAction(_shown: SignupForm, data: FormData): Promise<SignupForm> {
  const { email = '' } = textFields(data);
  const created = await createSignup(await operatorFrom(await requestHeaders()), { email });
  if (!created.ok) return { email, made: null, problem: created };
  refresh();
  return { email: '', made: { url: created.value.url, email: email.trim() || null }, problem: null };
}

/** Asks AURA what became of a signup. */
export async function recheckSignupAction(_shown: RecheckForm, data: FormData): Promise<RecheckForm> {
  const { signupId } = textFields(data);
  const rechecked = await recheckSignup(await operatorFrom(await requestHeaders()), { signupId });
  refresh();
  return rechecked.ok ? { outcome: rechecked.value, problem: null } : { outcome: null, problem: rechecked };
}
