import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { KeepFresh } from '#components/callout/keep-fresh.tsx';
import { SharedStatus } from '#components/callout/shared-status.tsx';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { readSharedCallout } from '#lib/following/sharing/read-shared-callout.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('friend.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type FollowPageProps = { params: Promise<{ token: string }> };

/** A friend's view by link. Ended and unknown links look the same. */
export default async function FollowPage({ params }: FollowPageProps) {
  const [{ t }, shared] = await Promise.all([
    pageLanguage(),
    readSharedCallout(visitorFrom(await requestHeaders()), await params),
  ]);
  if (!shared.ok) {
    const code = shared.code === 'share_link.too_many' ? shared.code : 'share_link.ended';
    return (
      <>
        <PageHeader title={t(`refusal.${code}`)} lead={t(`refusal.${code}.detail`)} />
        <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} weight="first" t={t} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('friend.title')} lead={t('friend.lead')} />
      <SharedStatus shared={shared.value} t={t} />
      <KeepFresh seconds={10} />
    </>
  );
}
