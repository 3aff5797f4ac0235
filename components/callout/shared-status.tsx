import { Hourglass, Radio } from 'lucide-react';
import { accuracyText } from '#components/position/position-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Coordinates } from '#components/ui/coordinates.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { SharedCallout } from '#lib/following/sharing/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

type SharedProps = { shared: SharedCallout; t: Translate };

/** A friend's view: stage and last position. */
export function SharedStatus({ shared, t }: SharedProps) {
  const { stage, safeAskedAt, servedAt, asOf, raisedAt } = shared;
  return (
    <div className="grid max-w-2xl gap-6">
      <Card
        title={t('friend.now')}
        actions={shared.kind === 'test' ? <Badge tone="attention">{t('open.test')}</Badge> : null}
      >
        {safeAskedAt ? (
          <StatusLine icon={<Hourglass />} aside={<Age at={safeAskedAt} now={servedAt} />}>
            {t('friend.safe')}
          </StatusLine>
        ) : (
          <StatusLine tone="good" icon={<Radio />}>
            {stage === 'cancelled' ? t('friend.cancelled') : t(`stage.${stage}`)}
          </StatusLine>
        )}
        {safeAskedAt ? <p>{t('friend.notShown')}</p> : null}
        <DefinitionList
          items={[
            { term: t('friend.sent'), detail: <Age at={raisedAt} now={servedAt} /> },
            ...(safeAskedAt ? [] : [{ term: t('friend.update'), detail: <Age at={asOf} now={servedAt} /> }]),
          ]}
        />
      </Card>
      <Card title={t('friend.place')}>
        <Position shared={shared} t={t} />
      </Card>
      <p className="text-ink-soft">{t('friend.ends')}</p>
    </div>
  );
}

function Position({ shared: { position, servedAt }, t }: SharedProps) {
  if (!position) return <p>{t('friend.noPlace')}</p>;
  return (
    <DefinitionList
      items={[
        { term: t('friend.coordinates'), detail: <Coordinates place={position} /> },
        {
          term: t('friend.accuracy'),
          detail:
            position.accuracy === null ? t('friend.unknown') : <bdi>{accuracyText(position.accuracy)}</bdi>,
        },
        {
          term: t('friend.from'),
          detail: position.measuredAt ? <Age at={position.measuredAt} now={servedAt} /> : t('friend.unknown'),
        },
      ]}
    />
  );
}
