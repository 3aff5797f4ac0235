import { Age } from '#components/ui/age.tsx';

type ReadAgeProps = { asOf: string; problem: Error | null };

/** Age of a list; failures are reported at the top of the board. */
export function ReadAge({ asOf, problem }: ReadAgeProps) {
  return (
    <p className={problem ? 'text-sm font-semibold text-alert-ink' : 'text-sm text-ink-soft'}>
      <span>{problem ? 'Not current: last read ' : 'Read '}</span>
      <Age at={asOf} now={asOf} />
    </p>
  );
}
