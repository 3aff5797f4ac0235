import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { HandoverNotes } from '#components/admin/handover/handover-notes.tsx';
import { OpenNow } from '#components/admin/handover/open-now.tsx';
import { ShiftCard } from '#components/admin/handover/shift-card.tsx';
import { WriteHandover } from '#components/admin/handover/write-handover.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { readHandover } from '#lib/console/handover/read-handover.ts';
import { consoleActor } from '../console-actor.ts';

export const metadata: Metadata = { title: 'Handover' };

export default async function HandoverPage() {
  const actor = await consoleActor();
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const [shift, attention] = await Promise.all([readHandover(actor, {}), listAttention(actor, {})]);
  if (!shift.ok || !attention.ok) notFound();
  return (
    <>
      <PageHeader title="Handover" lead="What the next shift must know." />
      <HandoverNotes shift={shift.value} />
      <OpenNow attention={attention.value} open={shift.value.counts.open} />
      <ShiftCard shift={shift.value} />
      {shift.value.mayWrite ? <WriteHandover id={randomUUID()} /> : null}
    </>
  );
}
