import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { TextPage } from '#components/ui/text-page.tsx';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { ownText } from '#lib/platform/own-text.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('foot.privacy') };
}

function sectionsIn(t: Translate) {
  return [
    {
      title: t('privacy.keep'),
      lines: [
        t('privacy.keep.name'),
        t('privacy.keep.address'),
        t('privacy.keep.alarms'),
        t('privacy.keep.help'),
        t('privacy.keep.terms'),
        t('privacy.keep.devices'),
        t('privacy.keep.pushes'),
        t('privacy.keep.location'),
      ],
    },
    {
      title: t('privacy.seen'),
      lines: [
        t('privacy.seen.aura'),
        t('privacy.seen.facts', { title: t('profile.facts') }),
        t('privacy.seen.operators'),
        t('privacy.seen.friend'),
        t('privacy.seen.sms'),
        t('privacy.seen.pushes'),
        t('privacy.seen.nobody'),
      ],
    },
    { title: t('privacy.long'), lines: howLong(t) },
    {
      title: t('privacy.phone'),
      lines: [
        t('privacy.phone.button'),
        t('privacy.phone.alarm'),
        t('privacy.phone.help'),
        t('privacy.phone.signOut'),
      ],
    },
  ];
}

function howLong(t: Translate): string[] {
  return [
    t('privacy.long.code'),
    t('privacy.long.registration'),
    t('privacy.long.systems', { time: daysText(env.KEEP_WEBHOOK_DAYS, t) }),
    t('privacy.long.path', { time: daysText(env.KEEP_TRAIL_DAYS, t) }),
    t('privacy.long.alarms', { time: daysText(env.KEEP_ALARM_DAYS, t) }),
    t('privacy.long.addresses', { time: daysText(env.KEEP_AUDIT_ADDRESS_DAYS, t) }),
    t('privacy.long.device'),
    t('privacy.long.account', { button: t('data.delete') }),
    t('privacy.long.aura'),
    t('privacy.long.open'),
    t('privacy.long.see', { button: t('data.download') }),
  ];
}

/** Two years are read more easily than 730 days. */
function daysText(days: number, t: Translate): string {
  const years = days / 365;
  return Number.isInteger(years) ? t('privacy.years', { count: years }) : t('privacy.days', { count: days });
}

export default async function PrivacyPage() {
  const { t, chosen } = await pageLanguage();
  const own = await ownText('privacy', chosen);
  return <TextPage title={t('foot.privacy')} lead={t('privacy.lead')} sections={sectionsIn(t)} own={own} />;
}
