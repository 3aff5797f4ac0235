'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Radio } from 'lucide-react';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageMeanings, stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Callout } from '#lib/callouts/schema.ts';

/** What we know of the callout, and how old each of these facts is. */
export function CalloutStatus({ initial }: { initial: Callout }) {
  const { data: callout, error } = useQuery(calloutQuery(initial.calloutId, initial));
  const isClosed = callout.closedAt !== null;
  return (
    <Card
      title={`Callout ${callout.calloutId}`}
      actions={callout.kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
    >
      <StatusLine tone={isClosed ? 'neutral' : 'good'} icon={isClosed ? <CircleCheck /> : <Radio />}>
        {stageNames[callout.stage]}. {stageMeanings[callout.stage]}
      </StatusLine>
      <Freshness
        problem={error}
        signInHref="/sign-in"
        servedAt={callout.servedAt}
        {...(isClosed ? {} : { asOf: callout.asOf })}
      />
      <DefinitionList
        items={[
          { term: 'AURA’s own words', detail: callout.rawStatus ?? 'None given' },
          { term: 'Heard from AURA', detail: <Age at={callout.asOf} now={callout.servedAt} /> },
          { term: 'Raised', detail: <Age at={callout.raisedAt} now={callout.servedAt} /> },
        ]}
      />
      {isClosed ? <LinkButton href="/panic">Back to the button</LinkButton> : null}
    </Card>
  );
}
