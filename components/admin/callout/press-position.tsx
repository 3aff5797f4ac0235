import { accuracyText } from '#components/position/position-words.ts';
import { Card } from '#components/ui/card.tsx';
import { Coordinates } from '#components/ui/coordinates.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { Moment } from '#components/ui/moment.tsx';
import type { CalloutDetail } from '#lib/callouts/answers.ts';

const FIX_SOURCES: Record<string, string> = {
  live: 'Live: measured for the press',
  recent: 'Recent: at most 30 seconds old at the press',
  last_known: 'Last known',
  saved: 'Saved address',
  manual: 'Typed by hand',
};

export function PressPosition({ callout: { fix, servedAt } }: { callout: CalloutDetail }) {
  return (
    <Card title="Position of the press">
      {fix ? (
        <DefinitionList
          items={[
            { term: 'Coordinates', detail: <Coordinates place={fix} /> },
            {
              term: 'Accuracy',
              detail: accuracyText(fix.accuracy),
            },
            { term: 'Source', detail: (fix.source && FIX_SOURCES[fix.source]) ?? 'Unknown' },
            {
              term: 'Measured',
              detail: fix.fixedAt ? <Moment at={fix.fixedAt} now={servedAt} /> : 'Unknown',
            },
          ]}
        />
      ) : (
        <p>None: the callout was raised without a location.</p>
      )}
    </Card>
  );
}
