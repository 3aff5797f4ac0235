'use client';

import { useQuery } from '@tanstack/react-query';
import { stageNames } from '#components/callout/stage-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { responseAfterCancel } from '#lib/callouts/model.ts';
import { calloutQuery } from '#lib/callouts/queries.ts';
import { stages } from '#lib/vocabulary.ts';

type AfterAllProps = { callout: Pick<Callout, 'timeline' | 'closedAt' | 'servedAt'> };

/**
 * AURA reported a response after the cancellation. The stage stays *cancelled*, so this is shown prominently
 * beside it.
 */
export function AfterAll({ callout }: AfterAllProps) {
  const report = responseAfterCancel(callout);
  if (!report) return null;
  const stage = stages.find((name) => name === report.words);
  return (
    <Alert title="AURA’s own words have changed since the cancellation">
      <p>
        <span>{`AURA reported “${stage ? stageNames[stage] : report.words}”`}</span>{' '}
        <Age at={report.at} now={callout.servedAt} />
        <span>: somebody may be on the way after all. Only AURA’s control room can say which is true.</span>
      </p>
    </Alert>
  );
}

/** The same to the person, refreshed live. */
export function OwnAfterAll({ initial }: { initial: Callout }) {
  const t = useWords();
  const { data: callout } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const report = responseAfterCancel(callout);
  if (!report) return null;
  const stage = stages.find((name) => name === report.words);
  return (
    <Alert title={t('callout.afterAll')}>
      <p>
        <span>{t('callout.lastWords', { words: stage ? t(`stage.${stage}`) : report.words })}</span>{' '}
        <Age at={report.at} now={callout.servedAt} />
      </p>
      <p>{t('callout.notSure')}</p>
    </Alert>
  );
}
