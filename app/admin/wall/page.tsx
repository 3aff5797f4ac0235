import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Wall } from '#components/admin/wall/wall.tsx';
import { LivePages } from '#components/live/live-pages.tsx';
import { LiveQueries } from '#components/live/live-queries.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { MAIN_ID } from '#components/ui/skip-link.tsx';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { env } from '#lib/platform/env.ts';
import { consoleActor } from '../(console)/console-actor.ts';

export const metadata: Metadata = { title: 'Wall screen' };

type WallPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The alarms for a screen on the wall: without names or places, unless it is asked for by `?names=shown`. */
export default async function WallPage({ searchParams }: WallPageProps) {
  const actor = await consoleActor();
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const attention = await listAttention(actor, { shown: 'screen' });
  if (!attention.ok) notFound();
  const { names } = await searchParams;
  return (
    <LivePages>
      <LiveQueries>
        <SandboxNotice isSandbox={!env.isLive} />
        <main id={MAIN_ID} tabIndex={-1} className="grid grid-cols-1 px-4 py-4 sm:px-8">
          <Wall initial={attention.value} hasNames={names === 'shown'} />
        </main>
      </LiveQueries>
    </LivePages>
  );
}
