import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EarlyPressScript, EarlyQuietScript } from '#app/(person)/panic/early-press-script.tsx';
import { pageLanguage } from '#app/page-language.ts';
import { PressPage } from '#components/panic/press-page.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { readResponseTypes } from '#lib/coverage/read-response-types.ts';
import { USUAL_ALARM } from '#lib/customers/alarm-settings/model.ts';
import { readPressAids } from '#lib/customers/registration/read-press-aids.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { authenticatePress, pressTokenFor } from '#lib/identity/presser.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import type { PageLanguage } from '#lib/languages/languages.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { calloutPageOf } from '#lib/panic/core/receipt.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('panic.title') };
}

type PanicPageProps = { searchParams: Promise<{ press?: string | string[] }> };

/** Shown while the token's revocation status is unknown. */
const NO_AIDS = {
  ...{ contact: null, hasSavedAddress: false, chosenHelpId: null, alarm: USUAL_ALARM, hasNewTerms: false },
  ready: { subscription: null, maskedMobile: null },
};
const NO_TYPES = { types: [], standardId: null };

export default async function PanicPage({ searchParams }: PanicPageProps) {
  const headers = await requestHeaders();
  const presser = await authenticatePress(headers);
  if (!presser.ok) redirect('/sign-in');
  const { press: pressId } = await searchParams;
  const [{ language, t }, pressToken, aids, types, posted] = await Promise.all([
    pageLanguage(),
    pressTokenFor(presser.value, headers),
    readPressAids(presser.value, {}),
    readResponseTypes(presser.value, {}),
    postedPress(presser.value, pressId),
  ]);
  if (!aids.ok && aids.code !== 'server.unavailable') redirect('/sign-in');
  // Delivered between the form's answer and this page: nothing else would open its callout where scripts are late or off.
  const callout = posted && calloutPageOf(posted, posted.trackingUrl);
  if (callout) redirect(callout);
  const { chosenHelpId, hasNewTerms, ...beside } = aids.ok ? aids.value : NO_AIDS;
  return (
    <WordsProvider language={language} words={wordsOf(language)}>
      <h1 className="sr-only">{t('panic.title')}</h1>
      {pressId !== undefined && !posted ? (
        <Alert title={t('panic.unknown')}>
          <p>{t('panic.pressAgain')}</p>
        </Alert>
      ) : null}
      <PressPage
        {...beside}
        help={{ ...(types.ok ? types.value : NO_TYPES), chosenId: chosenHelpId }}
        form={{ pressId: randomUUID(), pressedAt: now().toISOString(), pressToken }}
        emergencyNumbers={env.EMERGENCY_NUMBERS}
        controlRoom={env.CONTROL_ROOM_NUMBER ?? null}
        expiryMinutes={env.PRESS_EXPIRY_MINUTES}
        textNumber={env.SMS_PRESS_NUMBER ?? null}
        posted={posted}
      />
      <p>
        <TextLink href="/callouts" className="inline-flex min-h-11 items-center">
          {t('history.all')}
        </TextLink>
      </p>
      {hasNewTerms ? (
        <p>
          <TextLink href="/profile#terms" className="inline-flex min-h-11 items-center">
            {t('terms.new')}
          </TextLink>
        </p>
      ) : null}
      <OpenPress posted={posted} t={t} />
      <EarlyQuietScript nonce={headers.get('x-nonce') ?? ''} mode={beside.alarm.mode} />
      <EarlyPressScript nonce={headers.get('x-nonce') ?? ''} />
    </WordsProvider>
  );
}

/** Where the server said no more than that it has the press: what goes on without scripts, and the early script reads. */
function OpenPress({ posted, t }: { posted: Receipt | null; t: Translate }) {
  if (posted?.state !== 'recorded' && posted?.state !== 'held') return null;
  return (
    <noscript id="open-press" data-press={posted.pressId} data-state={posted.state}>
      <meta httpEquiv="refresh" content="3" />
      {posted.withdrawRequestedAt === null ? (
        <form method="post" action={`/api/panic/${posted.pressId}/withdraw`} className="grid gap-3">
          <p>{t('withdraw.plain')}</p>
          <Button type="submit" tone="secondary">
            {t('withdraw.button')}
          </Button>
        </form>
      ) : null}
    </noscript>
  );
}

/** English refusals come from the catalogue of errors, which the browser has. */
function wordsOf(language: PageLanguage) {
  const refusals = language === 'en' ? [] : (['refusals'] as const);
  return wordsIn(language, 'hold', 'panic', 'ready', ...refusals);
}

/** Receipt of a press sent by plain form; null without one or for another person's. */
async function postedPress(presser: PersonActor, pressId: string | string[] | undefined) {
  if (pressId === undefined) return null;
  const receipt = await readReceipt(presser, { pressId });
  return receipt.ok ? receipt.value : null;
}
