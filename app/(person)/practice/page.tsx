import { GraduationCap } from 'lucide-react';
import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { PracticePage } from '#components/panic/practice-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { USUAL_ALARM } from '#lib/customers/alarm-settings/model.ts';
import { readPressAids } from '#lib/customers/registration/read-press-aids.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { authenticatePress } from '#lib/identity/presser.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import { env } from '#lib/platform/env.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('practice.title') };
}

export default async function Practice() {
  const [{ language, t }, alarm] = await Promise.all([pageLanguage(), ownAlarm()]);
  return (
    <div className="grid gap-8 rounded-lg border-4 border-dashed border-accent p-4 sm:p-8">
      <PageHeader title={t('practice.title')} lead={t('practice.lead')} />
      <p className="flex items-start gap-3 rounded-md bg-accent-wash p-4 font-semibold text-accent-strong">
        <GraduationCap aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
        <span>
          <span>{t('practice.notReal')}</span> <TextLink href="/panic">{t('practice.real')}</TextLink>
        </span>
      </p>
      <noscript>
        <p>{t('practice.withoutScripts')}</p>
      </noscript>
      <WordsProvider language={language} words={wordsIn(language, 'hold', 'panic')}>
        <PracticePage emergencyNumbers={env.EMERGENCY_NUMBERS} alarm={alarm} />
      </WordsProvider>
    </div>
  );
}

/** How this person presses; the defaults where nobody is signed in. */
async function ownAlarm() {
  const presser = await authenticatePress(await requestHeaders());
  const aids = presser.ok ? await readPressAids(presser.value, {}) : presser;
  return aids.ok ? aids.value.alarm : USUAL_ALARM;
}
