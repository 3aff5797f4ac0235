import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { env } from '#lib/platform/env.ts';

/** Stands in a text for what is put there as a link. */
const GAP = '\u0000';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('callout.notFound.title') };
}

/** The same for an unknown callout, another person's, and a request without a session. */
export default async function CalloutNotFound() {
  const { t } = await pageLanguage();
  const [before = '', after = ''] = t('callout.notFound.only', { signIn: GAP }).split(GAP);
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6">
      <PageHeader title={t('callout.notFound.title')} lead={t('callout.notFound.lead')} />
      <p>
        <span>{before}</span>
        <TextLink href="/sign-in">{t('callout.notFound.signIn')}</TextLink>
        <span>{after}</span>
      </p>
      <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} controlRoom={env.CONTROL_ROOM_NUMBER ?? null} t={t} />
      <p>
        <TextLink href="/panic">{t('callout.notFound.back')}</TextLink>
      </p>
    </div>
  );
}
