import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { TextPage } from '#components/ui/text-page.tsx';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { ownText } from '#lib/platform/own-text.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('foot.help') };
}

function sectionsIn(t: Translate) {
  return [
    {
      title: t('guide.how'),
      lines: [t('guide.hold', { button: t('panic.cannotHold') }), t('guide.countdown'), t('guide.seen')],
    },
    {
      title: t('guide.broken'),
      lines: [t('guide.offline'), t('guide.noPlace'), t('guide.noCode', { button: t('signIn.newCode') })],
    },
    { title: t('guide.safe'), lines: [t('guide.sayYes'), t('guide.mayCome')] },
    {
      title: t('guide.words'),
      lines: [t('guide.sent'), t('guide.room'), t('guide.way'), t('guide.ended'), t('guide.red')],
    },
  ];
}

export default async function HelpPage() {
  const { t, chosen } = await pageLanguage();
  const own = await ownText('help', chosen);
  return (
    <TextPage title={t('foot.help')} lead={t('guide.lead')} sections={sectionsIn(t)} own={own}>
      <EmergencyNumbers
        numbers={env.EMERGENCY_NUMBERS}
        controlRoom={env.CONTROL_ROOM_NUMBER ?? null}
        weight="first"
        t={t}
      />
      {env.SUPPORT_NUMBER ? <Support number={env.SUPPORT_NUMBER} t={t} /> : null}
    </TextPage>
  );
}

function Support({ number, t }: { number: string; t: Translate }) {
  return (
    <p>
      <span>{t('guide.questions')}</span>{' '}
      <a
        href={`tel:${number.replaceAll(' ', '')}`}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {t('guide.support', { number })}
      </a>
    </p>
  );
}
