import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuraReport, Comparison } from '#lib/customers/directory/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';

type AuraComparisonProps = { customerId: number; result: Result<AuraReport> };

/** Differences between AURA's record and ours. */
export function AuraComparison({ customerId, result }: AuraComparisonProps) {
  const again = (
    <LinkButton href={`/admin/customers/${customerId}`} tone="secondary">
      Ask AURA again
    </LinkButton>
  );
  if (!result.ok) {
    const { title, detail } = errorEntry(result.code);
    return (
      <Card title="What AURA says" actions={again}>
        <p className="font-semibold text-alert-ink">{title}</p>
        <p>{`${detail} What stands above is what Vigil last heard.`}</p>
      </Card>
    );
  }
  const { facts, asOf, subscription } = result.value;
  const different = facts.filter(({ isSame }) => !isSame);
  const owner = subscription && !subscription.isOwn ? subscription.ownerId : null;
  return (
    <Card title="What AURA says" actions={again}>
      <p className="text-ink-soft">
        <span>AURA answered</span> <Age at={asOf} now={asOf} />
        <span>
          {different.length === 0 ? '. It has the same as Vigil.' : '. Not everything is the same:'}
        </span>
      </p>
      {owner ? (
        <p>
          They are covered by the subscription of customer{' '}
          <TextLink href={`/admin/customers/${owner}`}>{owner}</TextLink>.
        </p>
      ) : null}
      <DataTable
        caption="Where AURA’s facts differ from Vigil’s"
        columns={COLUMNS}
        rows={different}
        rowKey={({ what }) => what}
        empty={null}
      />
    </Card>
  );
}

const COLUMNS: Column<Comparison>[] = [
  { key: 'what', header: 'Fact', cell: ({ what }) => what },
  { key: 'ours', header: 'Vigil had', cell: ({ ours }) => ours ?? '–' },
  { key: 'auras', header: 'AURA has', cell: ({ auras }) => auras ?? '–' },
];
