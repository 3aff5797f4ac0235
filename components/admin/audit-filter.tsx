import { actionWords } from '#components/admin/audit-words.ts';
import { FilterForm, type FilterQuery } from '#components/admin/filter-form.tsx';
import type { AuditPage } from '#lib/console/audit/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

export const auditFields = ['actor', 'action', 'subject', 'from', 'to', 'zone'] as const;

type AuditFilterProps = {
  query: FilterQuery<(typeof auditFields)[number]>;
  errors: FieldProblems;
  choices: Pick<AuditPage, 'actions' | 'operators'>;
};

/** Persons and jobs are filtered through the table's links only. */
export function AuditFilter({ choices: { operators, actions }, ...shown }: AuditFilterProps) {
  return (
    <FilterForm
      {...shown}
      page="/admin/audit"
      layout="five"
      fields={[
        {
          label: 'Who',
          name: 'actor',
          choices: [['', 'Anybody'], ...operators.map(({ operatorId, name }) => [operatorId, name] as const)],
        },
        {
          label: 'What',
          name: 'action',
          choices: [['', 'Anything'], ...actions.map((action) => [action, actionWords(action)] as const)],
        },
        { label: 'To whom (id)', name: 'subject' },
        { label: 'From', name: 'from', type: 'date' },
        { label: 'To', name: 'to', type: 'date' },
      ]}
    />
  );
}
