'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { sentences } from '#components/callout/person-words.ts';
import { RatingCard } from '#components/callout/rating-card.tsx';
import { Age } from '#components/ui/age.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { stageTimes } from '#lib/callouts/facts-model.ts';
import type { Outcome } from '#lib/following/outcomes/answers.ts';
import { durationText } from '#lib/following/outcomes/model.ts';
import { outcomeQuery } from '#lib/following/outcomes/queries.ts';

type EndingProps = {
  callout: Callout;
  initial: Outcome;
  /** False on a page that already shows the stage times. */
  hasTimes?: boolean;
};

/** A closed callout: stage times, AURA's report and map, and the rating. */
export function Ending({ callout, initial, hasTimes = true }: EndingProps) {
  const { data: outcome } = useQuery(outcomeQuery(callout.calloutId, initial));
  return (
    <>
      {hasTimes ? <Times callout={callout} /> : null}
      {callout.safeAskedAt ? null : <Report outcome={outcome} />}
      <RatingCard calloutId={callout.calloutId} outcome={outcome} />
    </>
  );
}

function Times({ callout }: { callout: Callout }) {
  const times = stageTimes(callout);
  return (
    <Card title="How long it took">
      <DefinitionList
        items={times.map(({ stage, tookMs, at }) => ({
          term: sentences[stage],
          detail: tookMs === null ? <Age at={at} now={callout.servedAt} /> : `after ${durationText(tookMs)}`,
        }))}
      />
      <p className="text-sm text-ink-soft">Time since the step before.</p>
    </Card>
  );
}

function Report({ outcome: { report, mapUrl, askedAt, servedAt } }: { outcome: Outcome }) {
  return (
    <Card title="AURA’s report">
      {report ? (
        <DefinitionList items={report.map(({ label, value }) => ({ term: label, detail: value }))} />
      ) : null}
      {report && mapUrl ? null : (
        <p>
          <span>
            {report
              ? 'AURA has no map yet'
              : mapUrl
                ? 'AURA has no report yet'
                : 'AURA has no report and no map yet'}
          </span>
          {askedAt ? (
            <>
              , asked <Age at={askedAt} now={servedAt} />
            </>
          ) : null}
          <span>.</span>
        </p>
      )}
      {mapUrl ? (
        <div>
          <a
            href={mapUrl}
            target="_blank"
            rel="noopener noreferrer"
            referrerPolicy="no-referrer"
            aria-description="Opens in a new tab"
            className={buttonLook('secondary')}
          >
            Open the map
            <ExternalLink aria-hidden="true" />
          </a>
        </div>
      ) : null}
    </Card>
  );
}
