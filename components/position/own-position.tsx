'use client';

import { useQuery } from '@tanstack/react-query';
import { useLive } from '#components/live/live-pages.tsx';
import { accuracyText, streamWords } from '#components/position/position-words.ts';
import { usePositionStream } from '#components/position/use-position-stream.ts';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Callout } from '#lib/callouts/schema.ts';

/** Sends the person's position during a callout, and shows the state of that. */
export function OwnPosition({ initial }: { initial: Callout }) {
  const { data: callout } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const isOpen = callout.closedAt === null;
  const { state, start } = usePositionStream(callout.calloutId, isOpen);
  // After *I am safe* it continues silently: an attacker may be watching.
  if (!isOpen || callout.safeAskedAt) return null;
  const { following, servedAt } = callout;
  const newest = following?.newest;
  // Shown as live only once the server has it.
  const isPaused = newest && (state.kind !== 'sending' || following.state === 'paused');
  return (
    <Card title="Your position">
      {isPaused ? (
        <p className="font-semibold">
          Position paused, last <Age at={newest.measuredAt} now={servedAt} />.
        </p>
      ) : null}
      <p aria-live="polite">{streamWords(state)}</p>
      {state.kind === 'unasked' ? (
        <Button tone="secondary" onClick={start}>
          Send my position
        </Button>
      ) : null}
      {newest ? (
        <DefinitionList
          items={[
            { term: 'Measured', detail: <Age at={newest.measuredAt} now={servedAt} /> },
            { term: 'Accuracy', detail: accuracyText(newest.accuracy) },
            {
              term: 'AURA has',
              detail: following.atAuraMeasuredAt ? (
                <>
                  the position of <Age at={following.atAuraMeasuredAt} now={servedAt} />
                </>
              ) : (
                'none of these yet'
              ),
            },
          ]}
        />
      ) : null}
    </Card>
  );
}
