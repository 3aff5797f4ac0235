import { Hourglass, Radio } from 'lucide-react';
import { sentences } from '#components/callout/person-words.ts';
import { accuracyText } from '#components/position/position-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Coordinates } from '#components/ui/coordinates.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { SharedCallout } from '#lib/following/sharing/schema.ts';

/** A friend's view: stage and last position. */
export function SharedStatus({ shared }: { shared: SharedCallout }) {
  const { stage, safeAskedAt, servedAt, asOf, raisedAt } = shared;
  return (
    <div className="grid max-w-2xl gap-6">
      <Card
        title="What is happening"
        actions={shared.kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
      >
        {safeAskedAt ? (
          <StatusLine icon={<Hourglass />} aside={<Age at={safeAskedAt} now={servedAt} />}>
            The person says they are safe. Help may still come.
          </StatusLine>
        ) : (
          <StatusLine tone="good" icon={<Radio />}>
            {stage === 'cancelled' ? 'The alarm was cancelled.' : sentences[stage]}
          </StatusLine>
        )}
        {safeAskedAt ? <p>This page does not show what happens now.</p> : null}
        <DefinitionList
          items={[
            { term: 'Alarm sent', detail: <Age at={raisedAt} now={servedAt} /> },
            ...(safeAskedAt ? [] : [{ term: 'Last update', detail: <Age at={asOf} now={servedAt} /> }]),
          ]}
        />
      </Card>
      <Card title="Last location">
        <Position shared={shared} />
      </Card>
      <p className="text-ink-soft">
        This link ends when the alarm has ended, when the person stops it, or after one day.
      </p>
    </div>
  );
}

function Position({ shared: { position, servedAt } }: { shared: SharedCallout }) {
  if (!position) return <p>We do not know it.</p>;
  return (
    <DefinitionList
      items={[
        { term: 'Coordinates', detail: <Coordinates place={position} /> },
        {
          term: 'Accuracy',
          detail: accuracyText(position.accuracy),
        },
        {
          term: 'Location from',
          detail: position.measuredAt ? <Age at={position.measuredAt} now={servedAt} /> : 'Unknown',
        },
      ]}
    />
  );
}
