import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ResponseType } from '#lib/console/reports/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

export type ReportQuery = Partial<Record<'from' | 'to' | 'by' | 'type', string>>;

type ReportFilterProps = { query: ReportQuery; errors: FieldProblems; choices: readonly ResponseType[] };

/** A plain form: what the report is about stands in the address, and can be sent to somebody. */
export function ReportFilter({ query, errors, choices }: ReportFilterProps) {
  return (
    <form
      data-screen-only
      action="/admin/reports"
      noValidate
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <TextField
        label="From (UTC)"
        name="from"
        type="date"
        required
        defaultValue={query.from}
        error={errors.from}
      />
      <TextField label="To (UTC)" name="to" type="date" required defaultValue={query.to} error={errors.to} />
      <SelectField
        label="By"
        name="by"
        required
        defaultValue={query.by ?? 'day'}
        error={errors.by}
        options={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week, from Monday' },
          { value: 'month', label: 'Month' },
        ]}
      />
      <SelectField
        label="Response type"
        name="type"
        required
        defaultValue={query.type ?? ''}
        error={errors.type}
        options={[
          { value: '', label: 'All' },
          ...choices.map(({ typeId, name }) => ({ value: String(typeId), label: name })),
          { value: 'unknown', label: 'Unknown' },
        ]}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-full">
        <Button type="submit">Show</Button>
        <LinkButton href="/admin/reports" tone="secondary">
          Last 30 days
        </LinkButton>
      </div>
    </form>
  );
}
