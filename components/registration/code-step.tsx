import { fieldWords } from '#components/registration/field-words.ts';
import { Button } from '#components/ui/button.tsx';
import { CodeField } from '#components/ui/code-field.tsx';
import { useWords } from '#components/ui/words.tsx';

/** Stands in a text for what is put there as an element. */
const GAP = '\u0000';

type CodeStepProps = {
  /** Masked. */
  sentTo: string;
  error: string | undefined;
  isPending: boolean;
  editLabel: string;
};

export function CodeStep({ sentTo, error, isPending, editLabel }: CodeStepProps) {
  const t = useWords();
  const [before = '', after = ''] = t('signIn.sent', { mobile: GAP }).split(GAP);
  return (
    <>
      <p role="status" className="text-lg">
        <span>{before}</span>
        <strong className="inline-block">
          <bdi>{sentTo}</bdi>
        </strong>
        <span>{after}</span>
      </p>
      <CodeField
        label={t('signIn.code')}
        name="code"
        autoFocus
        error={fieldWords(error, t)}
        hint={t('signIn.codeHint')}
      />
      <Button type="submit" name="intent" value="complete" size="large" isBusy={isPending}>
        {t('signIn.confirm')}
      </Button>
      <div className="-mx-4 flex flex-wrap gap-x-3">
        <Button type="submit" name="intent" value="start" tone="quiet">
          {t('signIn.newCode')}
        </Button>
        <Button type="submit" name="intent" value="edit" tone="quiet">
          {editLabel}
        </Button>
      </div>
    </>
  );
}
