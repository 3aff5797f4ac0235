import type { Metadata } from 'next';
import { KeepFresh } from '#components/callout/keep-fresh.tsx';
import { SharedStatus } from '#components/callout/shared-status.tsx';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import { readSharedCallout } from '#lib/following/sharing/read-shared-callout.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = {
  title: 'Help for your friend',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

type FollowPageProps = { params: Promise<{ token: string }> };

/** A friend's view by link. Ended and unknown links look the same. */
export default async function FollowPage({ params }: FollowPageProps) {
  const shared = await readSharedCallout(visitorFrom(await requestHeaders()), await params);
  if (!shared.ok) {
    const { title, detail } = errorEntry(
      shared.code === 'share_link.too_many' ? shared.code : 'share_link.ended',
    );
    return (
      <>
        <PageHeader title={title} lead={detail} />
        <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} weight="first" />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Help for your friend"
        lead="The person who sent you this link called for help. You see what happens and where they are."
      />
      <SharedStatus shared={shared.value} />
      <KeepFresh seconds={10} />
    </>
  );
}
