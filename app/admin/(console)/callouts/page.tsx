import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AttentionList } from '#components/admin/board/attention-list.tsx';
import { BoardMap } from '#components/admin/board/board-map.tsx';
import { CalloutFilter } from '#components/admin/board/callout-filter.tsx';
import { FoundCallouts } from '#components/admin/board/found-callouts.tsx';
import { OpenCallouts } from '#components/admin/board/open-callouts.tsx';
import { SavedFilters } from '#components/admin/board/saved-filters.tsx';
import { filterQuery, type SearchParams } from '#components/admin/filter-query.ts';
import { Shortcuts } from '#components/admin/keys/shortcuts.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { boardAddress } from '#lib/callouts/model.ts';
import { type BoardQuery, boardFields } from '#lib/callouts/schema.ts';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { consoleActor } from '../console-actor.ts';

export const metadata: Metadata = { title: 'Callouts' };

type BoardPageProps = { searchParams: SearchParams };

export default async function BoardPage({ searchParams }: BoardPageProps) {
  const actor = await consoleActor();
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const params = await searchParams;
  const query: BoardQuery = filterQuery(params, boardFields);
  const { after } = params;
  const hidesTests = query.kind === 'real';
  const openQuery: BoardQuery = { state: 'open', order: 'oldest', ...(hidesTests ? { kind: 'real' } : {}) };
  const [attention, open, found] = await Promise.all([
    listAttention(actor, { kind: hidesTests ? 'real' : 'all', shown: 'screen' }),
    listCallouts(actor, openQuery),
    listCallouts(actor, { ...query, after }),
  ]);
  if (!attention.ok || !open.ok || (!found.ok && found.code !== 'input.invalid')) notFound();
  const { kind: _, ...others } = query;
  return (
    <>
      {/* The room above the fold is for the queue. */}
      <h1 className="sr-only">Callouts</h1>
      <BoardMap styleUrl={mapStyleUrl()}>
        <AttentionList
          key={`${hidesTests}`}
          initial={attention.value}
          hidesTests={hidesTests}
          mayAcknowledge={mayDo(actor.role, 'alert.acknowledge')}
        >
          <Shortcuts />
          {/* A plain link, as it also moves the keyboard focus. */}
          <a href="#callouts" className={buttonLook('quiet', 'regular', 'px-2!')}>
            Find a callout
          </a>
        </AttentionList>
      </BoardMap>
      <OpenCallouts
        key={`open ${hidesTests}`}
        initial={open.value}
        query={openQuery}
        otherHref={boardAddress(hidesTests ? others : { ...query, kind: 'real' })}
      />
      <section id="callouts" aria-labelledby="all-callouts" className="grid min-w-0 gap-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="all-callouts" className="text-xl font-semibold">
            All callouts
          </h2>
          <LinkButton tone="quiet" href="/admin/wall">
            Wall screen
          </LinkButton>
        </div>
        <CalloutFilter
          key={JSON.stringify(query)}
          query={query}
          errors={found.ok ? {} : (found.fields ?? {})}
        />
        <SavedFilters query={query} />
        {found.ok ? (
          <FoundCallouts
            key={JSON.stringify([query, after])}
            initial={found.value}
            query={query}
            after={typeof after === 'string' ? after : null}
          />
        ) : (
          <RefusalAlert problem={found} />
        )}
      </section>
    </>
  );
}
