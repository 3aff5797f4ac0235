import { Button } from '#components/ui/button.tsx';
import { CodeField } from '#components/ui/code-field.tsx';

type CodeStepProps = {
  /** Masked. */
  sentTo: string;
  error: string | undefined;
  isPending: boolean;
  editLabel: string;
};

export function CodeStep({ sentTo, error, isPending, editLabel }: CodeStepProps) {
  return (
    <>
      <p role="status" className="text-lg">
        We sent an SMS with six digits to <strong className="inline-block">{sentTo}</strong>.
      </p>
      <CodeField label="Code" name="code" autoFocus error={error} hint="The code works for ten minutes." />
      <Button type="submit" name="intent" value="complete" size="large" isBusy={isPending}>
        Confirm
      </Button>
      <div className="-mx-4 flex flex-wrap gap-x-3">
        <Button type="submit" name="intent" value="start" tone="quiet">
          Send a new code
        </Button>
        <Button type="submit" name="intent" value="edit" tone="quiet">
          {editLabel}
        </Button>
      </div>
    </>
  );
}
