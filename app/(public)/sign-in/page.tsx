import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageLanguage } from '#app/page-language.ts';
import { SignInForm } from '#components/registration/sign-in-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { personFrom } from '#lib/identity/session.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('entry.signIn') };
}

export default async function SignInPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role === 'person') redirect('/panic');
  const { language, t } = await pageLanguage();
  // English refusals come from the catalogue of errors, which the browser has.
  const words = wordsIn(language, 'entry', ...(language === 'en' ? [] : (['refusals'] as const)));
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title={t('entry.signIn')} lead={t('signIn.lead')} />
      <Card>
        <WordsProvider language={language} words={words}>
          <SignInForm />
        </WordsProvider>
      </Card>
      <p className="text-ink-soft">
        <span>{t('signIn.notYet')}</span> <TextLink href="/register">{t('entry.register')}</TextLink>
      </p>
    </div>
  );
}
