import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageLanguage } from '#app/page-language.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { RegistrationForm } from '#components/registration/registration-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { personFrom } from '#lib/identity/session.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';

/** Stand in a text for what is put there as links. */
const GAP = '\u0000';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('entry.register') };
}

export default async function RegisterPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role === 'person') redirect('/panic');
  const { language, t } = await pageLanguage();
  // English refusals come from the catalogue of errors, which the browser has.
  const refusals = language === 'en' ? [] : (['refusals'] as const);
  const [before = '', between = '', after = ''] = t('join.accept', { terms: GAP, privacy: GAP }).split(GAP);
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title={t('entry.register')} lead={t('join.lead')} />
      <Card>
        <WordsProvider language={language} words={wordsIn(language, 'entry', 'join', ...refusals)}>
          <Form visitor={actor} t={t} />
        </WordsProvider>
      </Card>
      <p className="text-ink-soft">
        <span>{before}</span>
        <TextLink href="/terms">{t('join.terms')}</TextLink>
        <span>{between}</span>
        <TextLink href="/privacy">{t('join.privacy')}</TextLink>
        <span>{after}</span>
      </p>
      <p className="text-ink-soft">
        <span>{t('join.known')}</span> <TextLink href="/sign-in">{t('entry.signIn')}</TextLink>
      </p>
    </div>
  );
}

// Awaited for a few seconds rather than streamed: streamed content needs JavaScript.
async function Form({ visitor, t }: { visitor: Actor; t: Translate }) {
  const types = await listSubscriptionTypes(visitor, {});
  if (types.ok) {
    return (
      <RegistrationForm
        subscriptionTypes={types.value}
        termsVersion={env.TERMS_VERSION}
        defaultTypeId={env.AURA_SUBSCRIPTION_TYPE_ID ?? types.value[0]?.id ?? null}
      />
    );
  }
  return (
    <>
      <RefusalAlert problem={types} t={t} />
      {/* A plain link, which bypasses the router cache. */}
      <a href="/register" className={buttonLook('secondary')}>
        {t('join.reload')}
      </a>
    </>
  );
}
