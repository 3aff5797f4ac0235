import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import type { Integration, Waiting } from '#lib/integration/schema.ts';

const NAMES: Record<Integration['kept']['removals'][number]['what'], string> = {
  trails: 'Positions',
  alarms: 'Alarms, made anonymous',
  shifts: 'Handovers and escalation texts',
  webhook_bodies: 'Webhook deliveries',
  audit_addresses: 'Addresses in the audit',
};

/** What was removed because it was old, and whose data is being deleted. */
export function KeptFacts({ facts: { kept, asOf } }: { facts: Integration }) {
  return (
    <Card title="Old and deleted data">
      {kept.removals.length === 0 ? (
        <p className="text-ink-soft">Old data was never looked for: is the worker running?</p>
      ) : null}
      <DefinitionList
        items={[
          ...kept.removals.map(({ what, ranAt, removed, removedInAll }) => ({
            term: NAMES[what],
            detail: (
              <>
                <span>{`${removed} removed`}</span> <Age at={ranAt} now={asOf} />
                <span>{`, ${removedInAll} in all`}</span>
              </>
            ),
          })),
          { term: 'Accounts to delete here', detail: <Erasures waiting={kept.erasures.here} asOf={asOf} /> },
          {
            term: 'Deletions AURA has not taken',
            detail: <Erasures waiting={kept.erasures.atAura} asOf={asOf} />,
          },
        ]}
      />
    </Card>
  );
}

function Erasures({ waiting: { count, oldestAt }, asOf }: { waiting: Waiting; asOf: string }) {
  if (oldestAt === null) return 'None';
  return (
    <>
      <span>{`${count}, the oldest from`}</span> <Age at={oldestAt} now={asOf} />
    </>
  );
}
