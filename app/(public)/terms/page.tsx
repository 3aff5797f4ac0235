import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { TextPage } from '#components/ui/text-page.tsx';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { ownText } from '#lib/platform/own-text.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('foot.terms') };
}

function sectionsIn(t: Translate) {
  return [
    {
      title: t('conditions.does'),
      lines: [t('conditions.does.sends'), t('conditions.does.tries'), t('conditions.does.shows')],
    },
    {
      title: t('conditions.not'),
      lines: [
        t('conditions.not.comes'),
        t('conditions.not.works'),
        t('conditions.not.map'),
        t('conditions.not.police'),
      ],
    },
    {
      title: t('conditions.ask'),
      lines: [
        t('conditions.ask.press'),
        t('conditions.ask.name'),
        t('conditions.ask.mistake'),
        t('conditions.ask.lost'),
      ],
    },
  ];
}

export default async function TermsPage() {
  const { t, chosen } = await pageLanguage();
  const own = await ownText('terms', chosen);
  return (
    <TextPage title={t('foot.terms')} lead={t('conditions.lead')} sections={sectionsIn(t)} own={own}>
      <p className="text-ink-soft">{t('conditions.version', { version: env.TERMS_VERSION })}</p>
    </TextPage>
  );
}
