'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Hourglass, Radio } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { CloseReported } from '#components/callout/close-reported.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageMeanings, stageNames } from '#components/callout/stage-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Callout } from '#lib/callouts/schema.ts';

/** The callout's facts, each with its age. */
export function CalloutStatus({ initial }: { initial: Callout }) {
  const { data: callout, error } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const isClosed = callout.closedAt !== null;
  const router = useRouter();
  // Refreshes the page after "I am safe" (here or in another tab), its withdrawal by a new press, or a close.
  const isOtherPage = callout.safeAskedAt !== initial.safeAskedAt || callout.closedAt !== initial.closedAt;
  useEffect(() => {
    if (isOtherPage) router.refresh();
  }, [isOtherPage, router]);
  if (callout.safeAskedAt && !isClosed) return <SafeAsked callout={callout} problem={error} />;
  return (
    <Card
      title={`Callout ${callout.calloutId}`}
      actions={callout.kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
    >
      <StatusLine tone={isClosed ? 'neutral' : 'good'} icon={isClosed ? <CircleCheck /> : <Radio />}>
        {`${stageNames[callout.stage]}. ${stageMeanings[callout.stage]}`}
      </StatusLine>
      <CloseReported callout={callout} />
      <Freshness
        problem={error}
        signInHref="/sign-in"
        servedAt={callout.servedAt}
        {...(isClosed ? {} : { asOf: callout.asOf })}
      />
      <DefinitionList
        items={[
          ...(callout.safeAskedAt ? [] : auraFacts(callout)),
          { term: 'Raised', detail: <Age at={callout.raisedAt} now={callout.servedAt} /> },
        ]}
      />
      {isClosed ? <LinkButton href="/panic">Back to the button</LinkButton> : null}
    </Card>
  );
}

function auraFacts(callout: Callout) {
  return [
    { term: 'AURA’s own words', detail: callout.rawStatus ?? 'None given' },
    { term: 'Heard from AURA', detail: <Age at={callout.asOf} now={callout.servedAt} /> },
  ];
}

/** Same text for every code: it must not reveal whether the code was right. */
function SafeAsked({ callout, problem }: { callout: Callout; problem: Error | null }) {
  return (
    <Card title={`Callout ${callout.calloutId}`}>
      <StatusLine
        icon={<Hourglass />}
        aside={<Age at={callout.safeAskedAt ?? callout.servedAt} now={callout.servedAt} />}
      >
        You said that you are safe. AURA decides whether to stop the response.
      </StatusLine>
      <p>
        A responder may still come. What happens from here on is not shown on this page, until AURA closes the
        callout.
      </p>
      <Freshness problem={problem} signInHref="/sign-in" servedAt={callout.servedAt} />
      <div className="grid gap-3">
        <p>If you need help, press again.</p>
        <div>
          <LinkButton href="/panic">I need help</LinkButton>
        </div>
      </div>
    </Card>
  );
}
