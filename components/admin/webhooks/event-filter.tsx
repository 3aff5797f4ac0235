import { stateWords } from '#components/admin/webhooks/words.ts';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FieldProblems } from '#lib/errors/result.ts';
import { eventStates } from '#lib/vocabulary.ts';
import { eventMeanings } from '#lib/webhooks/model.ts';

export type EventQuery = Partial<Record<'state' | 'event' | 'callout' | 'from' | 'until', string>>;

type EventFilterProps = { query: EventQuery; errors: FieldProblems };

/** A plain form: what is filtered by stands in the address, and can be sent to somebody. */
export function EventFilter({ query, errors }: EventFilterProps) {
  const known = Object.keys(eventMeanings);
  // Events that AURA does not document are filtered by through the links of the table, and stay chosen here.
  const names = query.event && !known.includes(query.event) ? [...known, query.event] : known;
  return (
    <form
      action="/admin/webhooks"
      noValidate
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-[repeat(5,minmax(0,1fr))]"
    >
      <SelectField
        label="State"
        name="state"
        required
        defaultValue={query.state ?? ''}
        error={errors.state}
        options={[
          { value: '', label: 'Any' },
          ...eventStates.map((state) => ({ value: state, label: stateWords[state].name })),
        ]}
      />
      <SelectField
        label="Event"
        name="event"
        required
        defaultValue={query.event ?? ''}
        error={errors.event}
        options={[{ value: '', label: 'Any' }, ...names.map((name) => ({ value: name, label: name }))]}
      />
      <TextField
        label="Callout (id)"
        name="callout"
        required
        inputMode="numeric"
        autoComplete="off"
        defaultValue={query.callout}
        error={errors.callout}
      />
      <TextField
        label="From (UTC)"
        name="from"
        type="datetime-local"
        required
        defaultValue={query.from}
        error={errors.from}
      />
      <TextField
        label="Until (UTC)"
        name="until"
        type="datetime-local"
        required
        defaultValue={query.until}
        error={errors.until}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-full">
        <Button type="submit">Filter</Button>
        <LinkButton href="/admin/webhooks" tone="secondary">
          Clear
        </LinkButton>
      </div>
    </form>
  );
}
