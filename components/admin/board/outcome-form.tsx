import type { FormEvent } from 'react';
import { outcomeNames } from '#components/admin/outcome-words.ts';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { CONTROL_LOOK } from '#components/ui/control-look.ts';
import type { UndeliveredPress } from '#lib/panic/schema.ts';
import { pressOutcomes } from '#lib/vocabulary.ts';

/** The form as sent; the server validates the outcome. */
export type GivenOutcome = { pressIds: string[]; outcome: FormDataEntryValue | null };

type OutcomeFormProps = {
  press: UndeliveredPress | null;
  onOutcome: ((given: GivenOutcome) => void) | undefined;
};

/** An operator's outcome for a real press that ended without AURA: only this removes it from the board. */
export function OutcomeForm({ press, onOutcome }: OutcomeFormProps) {
  if (!press || press.state === 'recorded' || press.kind === 'test' || !onOutcome) return null;
  const { pressId, repeats, person } = press;
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onOutcome({ pressIds: [pressId, ...repeats], outcome: new FormData(event.currentTarget).get('outcome') });
  };
  return (
    <form className="flex flex-wrap items-center gap-2 @7xl:flex-nowrap" onSubmit={give}>
      <select
        name="outcome"
        required
        defaultValue=""
        aria-label={`Outcome of the press of ${person.name} ${person.surname}`}
        className={classNames(CONTROL_LOOK, 'w-auto max-w-56 @7xl:max-w-40 @7xl:py-1 @7xl:text-sm')}
      >
        <option value="">What came of it?</option>
        {pressOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {outcomeNames[outcome]}
          </option>
        ))}
      </select>
      <Button type="submit" tone="secondary" aria-label="Save outcome">
        Save
      </Button>
    </form>
  );
}
