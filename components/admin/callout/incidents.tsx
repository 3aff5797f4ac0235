import type { ReactNode } from 'react';
import { codeWords } from '#components/admin/code-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { Clock } from '#components/ui/moment.tsx';
import type { Incident } from '#lib/callouts/answers.ts';

type IncidentsProps = {
  incidents: readonly Incident[];
  /** Read less often than the stage. */
  asOf: string | null;
  servedAt: string;
};

export function Incidents({ incidents, asOf, servedAt }: IncidentsProps) {
  if (incidents.length === 0) {
    return (
      <Card title="Incident detail">
        <p>AURA has sent none yet.</p>
      </Card>
    );
  }
  return incidents.map((incident, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: AURA's incidents have no id, and their order is all there is
    <Card key={index} title={incidents.length === 1 ? 'Incident detail' : `Incident ${index + 1}`}>
      <DefinitionList
        items={[
          { term: 'Emergency', detail: words(incident.typeOfEmergency) },
          { term: 'Category', detail: words(incident.category) },
          { term: 'Response', detail: words(incident.responseType) },
          { term: 'Address', detail: incident.address ?? 'Not given' },
          { term: 'Last update', detail: asOf ? <Age at={asOf} now={servedAt} /> : 'Not known' },
        ]}
      />
      <Dispatch lines={incident.dispatch} />
    </Card>
  ));
}

const words = (text: string | null) => (text === null ? 'Not given' : codeWords(text));

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

function Value({ text }: { text: string }) {
  if (!INSTANT.test(text) || Number.isNaN(Date.parse(text))) return codeWords(text);
  return <Clock at={new Date(text).toISOString()} />;
}

/** AURA's field names here are undocumented, so lines are grouped by whatever name it sends. */
function Dispatch({ lines }: { lines: Incident['dispatch'] }) {
  if (lines.length === 0) return <p className="text-ink-soft">AURA has not said who was sent.</p>;
  const groups = new Map<string, { term: string; detail: ReactNode }[]>();
  for (const { label, value } of lines) {
    const path = label.split(' › ');
    const term = path.pop() ?? label;
    const group = path.join(' › ');
    groups.set(group, [...(groups.get(group) ?? []), { term, detail: <Value text={value} /> }]);
  }
  return [...groups].map(([group, items]) => (
    <div key={group}>
      <h3 className="font-semibold">{group === '' ? 'Told besides' : group}</h3>
      <DefinitionList items={items} />
    </div>
  ));
}
