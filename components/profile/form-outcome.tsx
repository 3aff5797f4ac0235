import { CircleCheck } from 'lucide-react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { ProfileForm } from '#lib/customers/registration/schema.ts';

type FormOutcomeProps = { form: Pick<ProfileForm, 'outcome' | 'problem'>; saved: string; removed?: string };

export function FormOutcome({ form, saved, removed }: FormOutcomeProps) {
  const t = useWords();
  return (
    <>
      <ShowResult of={form} />
      <RefusalAlert problem={form.problem} t={t} />
      {form.problem || form.outcome === 'untouched' ? null : (
        <StatusLine tone="good" icon={<CircleCheck />}>
          {form.outcome === 'saved' ? saved : removed}
        </StatusLine>
      )}
    </>
  );
}
