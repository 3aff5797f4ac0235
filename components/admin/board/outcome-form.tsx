import { useState } from 'react';
import { outcomeNames } from '#components/admin/outcome-words.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { isolated, wholeName } from '#components/ui/name-text.ts';
import type { UndeliveredPress } from '#lib/console/attention/schema.ts';
import { type PressOutcome, pressOutcomes } from '#lib/vocabulary.ts';

export type GivenOutcome = { pressIds: string[]; outcome: PressOutcome };

type OutcomeFormProps = {
  press: UndeliveredPress | null;
  onOutcome: ((given: GivenOutcome) => void) | undefined;
};

/** An operator's outcome for a real press that ended without AURA, in two clicks: only this removes it from the board. */
export function OutcomeForm({ press, onOutcome }: OutcomeFormProps) {
  const [isOpen, open] = useState(false);
  if (!press || press.state === 'recorded' || press.kind === 'test' || !onOutcome) return null;
  const { pressId, repeats, person } = press;
  const give = (outcome: PressOutcome) => {
    open(false);
    onOutcome({ pressIds: [pressId, ...repeats], outcome });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open}
      title={`How did it end for ${isolated(wholeName(person))}?`}
      description="The alarm leaves the board. It stays in the history of the person."
      trigger={
        <Button
          tone="secondary"
          className="px-3!"
          data-outcome
          aria-label={`Outcome for ${wholeName(person)}`}
        >
          Outcome
        </Button>
      }
    >
      <div className="grid gap-2">
        {pressOutcomes.map((outcome) => (
          <Button key={outcome} tone="secondary" onClick={() => give(outcome)}>
            {outcomeNames[outcome]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
