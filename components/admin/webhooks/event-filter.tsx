import { codeWords } from '#components/admin/code-words.ts';
import { FilterForm, type FilterQuery } from '#components/admin/filter-form.tsx';
import { stateWords } from '#components/admin/webhooks/words.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import { eventStates } from '#lib/vocabulary.ts';
import { eventMeanings } from '#lib/webhooks/model.ts';

export const eventFields = ['state', 'event', 'callout', 'from', 'until', 'zone'] as const;

export type EventQuery = FilterQuery<(typeof eventFields)[number]>;

type EventFilterProps = { query: EventQuery; errors: FieldProblems };

/** Undocumented event types are filtered through the table's links only. */
export function EventFilter(shown: EventFilterProps) {
  return (
    <FilterForm
      {...shown}
      page="/admin/webhooks"
      layout="five"
      fields={[
        {
          label: 'State',
          name: 'state',
          choices: [['', 'Any'], ...eventStates.map((state) => [state, stateWords[state].name] as const)],
        },
        {
          label: 'Event',
          name: 'event',
          choices: [
            ['', 'Any'],
            ...Object.keys(eventMeanings).map((name) => [name, codeWords(name)] as const),
          ],
        },
        { label: 'Callout (id)', name: 'callout', inputMode: 'numeric' },
        { label: 'From', name: 'from', type: 'datetime-local' },
        { label: 'Until', name: 'until', type: 'datetime-local' },
      ]}
    />
  );
}
