import { FilterForm } from '#components/admin/filter-form.tsx';
import { stageNames } from '#components/callout/stage-words.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import { stages } from '#lib/vocabulary.ts';

type CalloutFilterProps = { query: BoardQuery; errors: FieldProblems };

export function CalloutFilter(shown: CalloutFilterProps) {
  return (
    <FilterForm
      {...shown}
      page="/admin/callouts"
      anchor="#callouts"
      layout="searchAndSix"
      submit="Search"
      fields={[
        {
          label: 'Search',
          name: 'search',
          type: 'search',
          maxLength: 100,
          placeholder: 'Name, mobile or callout number',
        },
        {
          label: 'State',
          name: 'state',
          choices: [
            ['', 'All'],
            ['open', 'Open'],
            ['closed', 'Closed'],
          ],
        },
        {
          label: 'Stage',
          name: 'stage',
          choices: [['', 'Any'], ...stages.map((stage) => [stage, stageNames[stage]] as const)],
        },
        {
          label: 'TEST callouts',
          name: 'kind',
          choices: [
            ['', 'Shown'],
            ['real', 'Hidden'],
            ['test', 'Only these'],
          ],
        },
        { label: 'From', name: 'from', type: 'date' },
        { label: 'To', name: 'to', type: 'date' },
        {
          label: 'Order',
          name: 'order',
          choices: [
            ['newest', 'Newest first'],
            ['oldest', 'Oldest first'],
          ],
        },
      ]}
    />
  );
}
