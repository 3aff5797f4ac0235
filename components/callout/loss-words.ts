import { isSilent } from '#components/callout/silence.ts';
import type { Callout } from '#lib/callouts/answers.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

export type Loss = { title: string; text: string; since: string; isSignedOut: boolean };

/** Why what the page shows may be out of date; null when it is not. AURA's silence counts only while it is asked. */
export function lossOf(
  problem: Error | null,
  { asOf, servedAt }: Pick<Callout, 'asOf' | 'servedAt'>,
  isAsked: boolean,
  lookedFrom: string,
  t: Translate,
): Loss | null {
  if (isSignedOut(problem))
    return {
      title: t('callout.signedOut'),
      text: t('callout.notUpdated'),
      since: servedAt,
      isSignedOut: true,
    };
  const title = t('callout.lost');
  if (problem) return { title, text: t('callout.noVigil'), since: servedAt, isSignedOut: false };
  if (isAsked && isSilent(asOf, servedAt, lookedFrom))
    return { title, text: t('callout.noNews'), since: asOf, isSignedOut: false };
  return null;
}
