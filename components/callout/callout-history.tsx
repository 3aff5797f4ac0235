'use client';

import { useQuery } from '@tanstack/react-query';
import { CalloutTimeline } from '#components/callout/callout-timeline.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { calloutQuery } from '#lib/callouts/queries.ts';

/** Past and upcoming stages and AURA's own words, refreshed live. */
export function CalloutHistory({ initial }: { initial: Callout }) {
  const { data: callout } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const t = useWords();
  const { calloutId, rawStatus, raisedAt, asOf, servedAt, safeAskedAt } = callout;
  return (
    <Card title={t('callout.happened')}>
      <CalloutTimeline callout={callout} />
      <DefinitionList
        items={[
          { term: t('callout.reference'), detail: calloutId },
          { term: t('callout.sent'), detail: <Age at={raisedAt} now={servedAt} /> },
          ...(safeAskedAt
            ? []
            : [
                { term: t('callout.words'), detail: rawStatus ?? t('callout.noWords') },
                { term: t('callout.update'), detail: <Age at={asOf} now={servedAt} /> },
              ]),
        ]}
      />
    </Card>
  );
}
