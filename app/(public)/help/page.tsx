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
      title: t('help.how'),
      lines: [t('help.hold', { button: t('panic.cannotHold') }), t('help.countdown'), t('help.seen')],
    },
    {
      title: t('help.broken'),
      lines: [t('help.offline'), t('help.noPlace'), t('help.noCode', { button: t('signIn.newCode') })],
    },
    { title: t('help.safe'), lines: [t('help.sayYes'), t('help.mayCome')] },
    {
      title: t('help.words'),
      lines: [t('help.sent'), t('help.room'), t('help.way'), t('help.ended'), t('help.red')],
    },
  ];
}

export default async function HelpPage() {
  const { t, chosen } = await pageLanguage();
  const own = await ownText('help', chosen);
  return (
    <TextPage title={t('foot.help')} lead={t('help.lead')} sections={sectionsIn(t)} own={own}>
      <EmergencyNumbers
        numbers={env.EMERGENCY_NUMBERS}
        controlRoom={env.CONTROL_ROOM_NUMBER ?? null}
        weight="first"
        t={t}
      />
    </TextPage>
  );
}
