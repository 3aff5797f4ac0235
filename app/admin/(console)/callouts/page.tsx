import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CalloutBoard } from '#components/admin/callout-board.tsx';
import { UndeliveredPresses } from '#components/admin/undelivered-presses.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listCallouts } from '#lib/callouts/list-callouts.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { listUndelivered } from '#lib/panic/list-undelivered.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Callouts' };

type BoardPageProps = { searchParams: Promise<{ after?: string }> };

export default async function BoardPage({ searchParams }: BoardPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { after } = await searchParams;
  const [board, undelivered] = await Promise.all([
    listCallouts(actor, { after }),
    listUndelivered(actor, {}),
  ]);
  if (!board.ok || !undelivered.ok) notFound();
  return (
    <>
      <PageHeader title="Callouts" />
      <UndeliveredPresses initial={undelivered.value} />
      <CalloutBoard key={after} after={after ?? null} initial={board.value} />
    </>
  );
}
