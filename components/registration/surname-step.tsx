import { fieldWords } from '#components/registration/field-words.ts';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';

type SurnameStepProps = {
  /** As typed before; it is sent again with the surname. */
  code: string;
  error: string | undefined;
  isPending: boolean;
};

/** The surname, asked for beside the code when the last sign-in is over 90 days old. */
export function SurnameStep({ code, error, isPending }: SurnameStepProps) {
  const t = useWords();
  return (
    <>
      <HiddenFields fields={{ code }} />
      <TextField
        label={t('signIn.surname')}
        name="surname"
        autoComplete="family-name"
        required
        maxLength={80}
        error={fieldWords(error, t)}
      />
      <Button type="submit" name="intent" value="complete" size="large" isBusy={isPending}>
        {t('signIn.confirm')}
      </Button>
      <div className="-mx-4 flex">
        <Button type="submit" name="intent" value="edit" tone="quiet">
          {t('signIn.another')}
        </Button>
      </div>
    </>
  );
}
