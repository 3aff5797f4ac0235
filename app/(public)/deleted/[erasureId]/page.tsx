import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { KeepFresh } from '#components/callout/keep-fresh.tsx';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { refusedWords } from '#components/panic/refused-words.ts';
import { ForgetHere } from '#components/profile/forget-here.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { pressTokenIn } from '#lib/identity/person-session.ts';
import { personFrom, visitorFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';
import { readErasure } from '#lib/privacy/read-erasure.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return {
    title: t('deleted.title'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

type DeletedPageProps = { params: Promise<{ erasureId: string }> };

/** The progress of an erasure. Whoever has its address may read it: its person has no account any more. */
export default async function DeletedPage({ params }: DeletedPageProps) {
  const [headers, { t }] = await Promise.all([requestHeaders(), pageLanguage()]);
  const read = await readErasure(visitorFrom(headers), await params);
  if (!read.ok) {
    const { title, detail } = refusedWords('erasure.not_found', t);
    return <PageHeader title={title} lead={detail} />;
  }
  const { erasedAt, auraDeletedAt } = read.value;
  const isSomebodyHere = pressTokenIn(headers) !== '' || (await personFrom(headers)).role === 'person';
  return (
    <div className="grid max-w-prose gap-6">
      <PageHeader title={t(erasedAt ? 'deleted.done' : 'deleted.going')} lead={t('deleted.lead')} />
      <p role="status">{t(erasedAt ? 'deleted.here' : 'deleted.notYetHere')}</p>
      <p>{t(auraDeletedAt ? 'deleted.atAura' : 'deleted.notYetAtAura')}</p>
      {auraDeletedAt && erasedAt ? null : <KeepFresh seconds={10} />}
      {/* Not in the browser of somebody who opened a link to this page: their button stays. */}
      {isSomebodyHere ? null : <ForgetHere />}
      <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} weight="first" t={t} />
    </div>
  );
}
