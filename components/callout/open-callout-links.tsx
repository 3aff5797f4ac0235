import { BellRing, ChevronRight } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import type { OwnOpen } from '#lib/following/page/schema.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** Links to the person's open callouts, on every page. Most often there is one. */
export function OpenCalloutLinks({ callouts, t = english }: OwnOpen & { t?: Translate }) {
  if (callouts.length === 0) return null;
  return (
    <nav aria-label={t('open.name')} data-screen-only className="grid gap-2">
      {callouts.map(({ calloutId, kind, stage }) => (
        <PageLink
          key={calloutId}
          href={`/callouts/${calloutId}`}
          className="tone-attention flex min-h-12 items-center gap-3 rounded-md border-2 px-4 py-1 font-semibold no-underline"
        >
          <BellRing aria-hidden="true" className="size-5 shrink-0" />
          <span className="min-w-0 flex-1">
            {`${t(stage ? `stage.${stage}` : 'open.unknown')} ${t('open.see')}`}
          </span>
          {kind === 'test' ? <Badge tone="attention">{t('open.test')}</Badge> : null}
          <ChevronRight aria-hidden="true" className="size-5 shrink-0 [[dir=rtl]_&]:[transform:scaleX(-1)]" />
        </PageLink>
      ))}
    </nav>
  );
}
