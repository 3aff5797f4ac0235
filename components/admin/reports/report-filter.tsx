import { FilterForm, type FilterQuery } from '#components/admin/filter-form.tsx';
import type { ResponseType } from '#lib/console/reports/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

export const reportFields = ['from', 'to', 'zone', 'by', 'type'] as const;

type ReportFilterProps = {
  query: FilterQuery<(typeof reportFields)[number]>;
  errors: FieldProblems;
  choices: readonly ResponseType[];
};

export function ReportFilter({ choices, ...shown }: ReportFilterProps) {
  return (
    <div data-screen-only>
      <FilterForm
        {...shown}
        page="/admin/reports"
        layout="four"
        submit="Show"
        clear="Last 30 days"
        fields={[
          { label: 'From', name: 'from', type: 'date' },
          { label: 'To', name: 'to', type: 'date' },
          {
            label: 'By',
            name: 'by',
            choices: [
              ['day', 'Day'],
              ['week', 'Week, from Monday'],
              ['month', 'Month'],
            ],
          },
          {
            label: 'Response type',
            name: 'type',
            choices: [
              ['', 'All'],
              ...choices.map(({ typeId, name }) => [String(typeId), name] as const),
              ['unknown', 'Unknown'],
            ],
          },
        ]}
      />
    </div>
  );
}
