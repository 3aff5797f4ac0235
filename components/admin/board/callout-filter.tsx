import { stageNames } from '#components/callout/stage-words.ts';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { BoardQuery } from '#lib/callouts/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import { stages } from '#lib/vocabulary.ts';

type CalloutFilterProps = { query: BoardQuery; errors: FieldProblems };

/** A plain form: what is searched for stands in the address, and can be sent to somebody. */
export function CalloutFilter({ query, errors }: CalloutFilterProps) {
  return (
    <search>
      <form
        action="/admin/callouts#callouts"
        noValidate
        className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-[2fr_repeat(6,minmax(0,1fr))]"
      >
        <div className="sm:col-span-2 lg:col-span-3 2xl:col-span-1">
          <TextField
            label="Search"
            name="search"
            type="search"
            required
            maxLength={100}
            autoComplete="off"
            placeholder="Name, mobile or callout number"
            defaultValue={query.search}
            error={errors.search}
          />
        </div>
        <SelectField
          label="State"
          name="state"
          required
          defaultValue={query.state ?? ''}
          error={errors.state}
          options={[
            { value: '', label: 'All' },
            { value: 'open', label: 'Open' },
            { value: 'closed', label: 'Closed' },
          ]}
        />
        <SelectField
          label="Stage"
          name="stage"
          required
          defaultValue={query.stage ?? ''}
          error={errors.stage}
          options={[
            { value: '', label: 'Any' },
            ...stages.map((stage) => ({ value: stage, label: stageNames[stage] })),
          ]}
        />
        <SelectField
          label="TEST callouts"
          name="kind"
          required
          defaultValue={query.kind ?? ''}
          error={errors.kind}
          options={[
            { value: '', label: 'Shown' },
            { value: 'real', label: 'Hidden' },
            { value: 'test', label: 'Only these' },
          ]}
        />
        <TextField
          label="From (UTC)"
          name="from"
          type="date"
          required
          defaultValue={query.from}
          error={errors.from}
        />
        <TextField
          label="To (UTC)"
          name="to"
          type="date"
          required
          defaultValue={query.to}
          error={errors.to}
        />
        <SelectField
          label="Order"
          name="order"
          required
          defaultValue={query.order ?? 'newest'}
          error={errors.order}
          options={[
            { value: 'newest', label: 'Newest first' },
            { value: 'oldest', label: 'Oldest first' },
          ]}
        />
        <div className="flex flex-wrap gap-3 sm:col-span-full">
          <Button type="submit">Search</Button>
          <LinkButton href="/admin/callouts" tone="secondary">
            Clear
          </LinkButton>
        </div>
      </form>
    </search>
  );
}
