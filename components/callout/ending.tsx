'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { RatingCard } from '#components/callout/rating-card.tsx';
import { Age } from '#components/ui/age.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { useWords } from '#components/ui/words.tsx';
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
  const t = useWords();
  const times = stageTimes(callout);
  return (
    <Card title={t('callout.times')}>
      <DefinitionList
        items={times.map(({ stage, tookMs, at }) => ({
          term: t(`stage.${stage}`),
          detail:
            tookMs === null ? (
              <Age at={at} now={callout.servedAt} />
            ) : (
              t('callout.timesAfter', { duration: durationText(tookMs) })
            ),
        }))}
      />
      <p className="text-sm text-ink-soft">{t('callout.timesHint')}</p>
    </Card>
  );
}

function Report({ outcome: { report, mapUrl, askedAt, servedAt } }: { outcome: Outcome }) {
  const t = useWords();
  return (
    <Card title={t('callout.report')}>
      {report ? (
        <DefinitionList items={report.map(({ label, value }) => ({ term: label, detail: value }))} />
      ) : null}
      {report && mapUrl ? null : (
        <p>
          <span>
            {report
              ? t('callout.report.noMap')
              : mapUrl
                ? t('callout.report.noReport')
                : t('callout.report.neither')}
          </span>
          {askedAt ? (
            <>
              <span>{`, ${t('callout.asked')} `}</span>
              <Age at={askedAt} now={servedAt} />
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
            aria-description={t('callout.newTab')}
            className={buttonLook('secondary')}
          >
            <span>{t('callout.openMap')}</span>
            <ExternalLink aria-hidden="true" />
          </a>
        </div>
      ) : null}
    </Card>
  );
}
