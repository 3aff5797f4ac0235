import { Hourglass, Radio } from 'lucide-react';
import { stageMeaningsToOperators, stageNames } from '#components/callout/stage-words.ts';
import { accuracyText } from '#components/position/position-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { SharedCallout } from '#lib/following/sharing/schema.ts';

/** A friend's view: stage and last position. */
export function SharedStatus({ shared }: { shared: SharedCallout }) {
  const { stage, safeAskedAt, servedAt, asOf, raisedAt } = shared;
  return (
    <div className="grid max-w-2xl gap-6">
      <Card title="State" actions={shared.kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}>
        {safeAskedAt ? (
          <StatusLine icon={<Hourglass />} aside={<Age at={safeAskedAt} now={servedAt} />}>
            The person asked to call it off. AURA decides.
          </StatusLine>
        ) : (
          <StatusLine tone="good" icon={<Radio />}>
            {`${stageNames[stage]}. ${stageMeaningsToOperators[stage]}`}
          </StatusLine>
        )}
        {safeAskedAt ? <p>What happens from then on is not shown here.</p> : null}
        <DefinitionList
          items={[
            { term: 'Raised', detail: <Age at={raisedAt} now={servedAt} /> },
            ...(safeAskedAt ? [] : [{ term: 'Heard from AURA', detail: <Age at={asOf} now={servedAt} /> }]),
            { term: 'Read from Vigil', detail: <Age at={servedAt} now={servedAt} /> },
          ]}
        />
      </Card>
      <Card title="Last position">
        <Position shared={shared} />
      </Card>
      <p className="text-ink-soft">
        The link ends when AURA closes the callout, when the person takes it back, or after a day.
      </p>
    </div>
  );
}

function Position({ shared: { position, servedAt } }: { shared: SharedCallout }) {
  if (!position) return <p>None is known.</p>;
  const at = `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`;
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Coordinates', detail: at },
          {
            term: 'Accuracy',
            detail: accuracyText(position.accuracy),
          },
          {
            term: 'Measured',
            detail: position.measuredAt ? <Age at={position.measuredAt} now={servedAt} /> : 'Unknown',
          },
        ]}
      />
      <p>
        <TextLink href={`geo:${position.latitude},${position.longitude}`}>Open in a map app</TextLink>
      </p>
    </>
  );
}
