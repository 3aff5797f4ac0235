'use client';

import { MapPinOff } from 'lucide-react';
import { usePosition } from '#components/position/position-stream.tsx';
import { accuracyText, isTrouble, streamWords } from '#components/position/position-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { useWords } from '#components/ui/words.tsx';

/** Says, where it is seen, that the position does not go out, and what to do. */
export function PositionTrouble() {
  const t = useWords();
  const position = usePosition();
  if (!position || !isTrouble(position.state)) return null;
  const { state, start, callout } = position;
  const newest = callout.following?.newest;
  return (
    <section
      aria-label={t('callout.locProblem')}
      className="grid gap-2 rounded-md border border-alert-line bg-alert-wash px-4 py-3 text-alert-ink"
    >
      <p className="flex items-start gap-3 [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0" aria-live="polite">
        <MapPinOff aria-hidden="true" />
        <span>{streamWords(state, t)}</span>
      </p>
      {newest ? (
        <p className="text-sm">
          <span>{t('callout.locSent')}</span> <Age at={newest.measuredAt} now={callout.servedAt} />
        </p>
      ) : null}
      {state.kind === 'unasked' ? (
        <Button tone="secondary" onClick={start}>
          {t('callout.locSend')}
        </Button>
      ) : null}
    </section>
  );
}

/** What the control room has of the person's position. */
export function OwnPosition() {
  const t = useWords();
  const position = usePosition();
  if (!position) return null;
  const { state, callout } = position;
  const { following, servedAt } = callout;
  const newest = following?.newest;
  return (
    <Card title={t('callout.loc')}>
      {isTrouble(state) ? null : <p>{streamWords(state, t)}</p>}
      {newest ? (
        <DefinitionList
          items={[
            { term: t('callout.locFrom'), detail: <Age at={newest.measuredAt} now={servedAt} /> },
            {
              term: t('callout.accuracy'),
              detail: newest.accuracy === null ? t('callout.unknown') : accuracyText(newest.accuracy),
            },
            {
              term: t('callout.roomSaw'),
              detail: following.atAuraMeasuredAt ? (
                <Age at={following.atAuraMeasuredAt} now={servedAt} />
              ) : (
                t('callout.notYetSeen')
              ),
            },
          ]}
        />
      ) : null}
    </Card>
  );
}
