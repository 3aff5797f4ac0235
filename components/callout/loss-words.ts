import { isSilent } from '#components/callout/silence.ts';
import type { Callout } from '#lib/callouts/answers.ts';
import { named } from '#lib/languages/brand-name.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

export type Loss = { title: string; text: string; since: string; isSignedOut: boolean };

/** Why what the page shows may be out of date; null when it is not. AURA's silence counts only while it is asked. */
export function lossOf(
  problem: Error | null,
  { asOf, servedAt }: Pick<Callout, 'asOf' | 'servedAt'>,
  isAsked: boolean,
  lookedFrom: string,
): Loss | null {
  if (isSignedOut(problem))
    return { title: 'You are signed out.', text: SIGNED_OUT, since: servedAt, isSignedOut: true };
  if (problem)
    return { title: 'We lost contact.', text: named(NO_VIGIL), since: servedAt, isSignedOut: false };
  if (isAsked && isSilent(asOf, servedAt, lookedFrom))
    return { title: 'We lost contact.', text: NO_NEWS, since: asOf, isSignedOut: false };
  return null;
}

const SIGNED_OUT = 'This page is not updated.';
const NO_VIGIL = 'Your phone cannot reach Vigil. We keep trying. Last update';
const NO_NEWS = 'No news from the control room. We keep asking. Last update';
