import type { Metadata } from 'next';
import { KeepFresh } from '#components/callout/keep-fresh.tsx';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { ForgetHere } from '#components/profile/forget-here.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { pressTokenIn } from '#lib/identity/person-session.ts';
import { personFrom, visitorFrom } from '#lib/identity/session.ts';
import { named } from '#lib/languages/brand-name.ts';
import { env } from '#lib/platform/env.ts';
import { readErasure } from '#lib/privacy/read-erasure.ts';
import type { ErasureShown } from '#lib/privacy/schema.ts';

export const metadata: Metadata = {
  title: 'Account deleted',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

type DeletedPageProps = { params: Promise<{ erasureId: string }> };

/** The progress of an erasure. Whoever has its address may read it: its person has no account any more. */
export default async function DeletedPage({ params }: DeletedPageProps) {
  const headers = await requestHeaders();
  const read = await readErasure(visitorFrom(headers), await params);
  if (!read.ok) {
    const { title, detail } = errorEntry('erasure.not_found');
    return <PageHeader title={title} lead={detail} />;
  }
  const { erasedAt, auraDeletedAt } = read.value;
  const isSomebodyHere = pressTokenIn(headers) !== '' || (await personFrom(headers)).role === 'person';
  return (
    <div className="grid max-w-prose gap-6">
      <PageHeader
        title={erasedAt ? 'The account is deleted' : 'The account is being deleted'}
        lead={named(
          'The button of this account does not call for help any more. To use Vigil again, register again.',
        )}
      />
      <p role="status">{named(atVigil(read.value))}</p>
      <p>{named(atAura(read.value))}</p>
      {auraDeletedAt && erasedAt ? null : <KeepFresh seconds={10} />}
      {/* Not in the browser of somebody who opened a link to this page: their button stays. */}
      {isSomebodyHere ? null : <ForgetHere />}
      <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} weight="first" />
    </div>
  );
}

function atVigil({ erasedAt }: ErasureShown): string {
  if (erasedAt)
    return 'Vigil has deleted the name, number, addresses, positions and messages. Old alarms stay as numbers without a name or a place.';
  return 'Vigil is still deleting. If an alarm is not over, Vigil waits until it is. You do not need to do anything.';
}

function atAura({ auraDeletedAt }: ErasureShown): string {
  if (auraDeletedAt)
    return 'AURA has marked the customer as deleted. We do not know what AURA keeps. Ask AURA about that.';
  return 'AURA has not confirmed it yet. Vigil asks again by itself. Keep this page’s address to look later.';
}
