import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { AuditPage } from '#lib/console/audit/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

export type AuditQuery = Partial<Record<'actor' | 'action' | 'subject' | 'from' | 'to', string>>;

type AuditFilterProps = {
  query: AuditQuery;
  errors: FieldProblems;
  choices: Pick<AuditPage, 'actions' | 'operators'>;
};

/** A plain form: what is filtered by stands in the address, and can be sent to somebody. */
export function AuditFilter({ query, errors, choices }: AuditFilterProps) {
  const operators = choices.operators.map(({ operatorId, name }) => ({ value: operatorId, label: name }));
  // Persons and jobs are filtered by through the links of the table, and stay chosen here.
  const isListed = !query.actor || operators.some(({ value }) => value === query.actor);
  return (
    <form
      action="/admin/audit"
      noValidate
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-[repeat(5,minmax(0,1fr))]"
    >
      <SelectField
        label="Who"
        name="actor"
        required
        defaultValue={query.actor ?? ''}
        error={errors.actor}
        options={[
          { value: '', label: 'Anybody' },
          ...operators,
          ...(isListed || !query.actor ? [] : [{ value: query.actor, label: query.actor }]),
        ]}
      />
      <SelectField
        label="What"
        name="action"
        required
        defaultValue={query.action ?? ''}
        error={errors.action}
        options={[
          { value: '', label: 'Anything' },
          ...choices.actions.map((action) => ({ value: action, label: action })),
        ]}
      />
      <TextField
        label="To whom (id)"
        name="subject"
        required
        autoComplete="off"
        defaultValue={query.subject}
        error={errors.subject}
      />
      <TextField
        label="From (UTC)"
        name="from"
        type="date"
        required
        defaultValue={query.from}
        error={errors.from}
      />
      <TextField label="To (UTC)" name="to" type="date" required defaultValue={query.to} error={errors.to} />
      <div className="flex flex-wrap gap-3 sm:col-span-full">
        <Button type="submit">Filter</Button>
        <LinkButton href="/admin/audit" tone="secondary">
          Clear
        </LinkButton>
      </div>
    </form>
  );
}
