import { useEffect, useEffectEvent, useState } from 'react';
import { forgetHelp, keepHelp, recallHelp } from '#components/panic/chosen-help.ts';
import type { ResponseType } from '#lib/coverage/schema.ts';

/** The kinds of help to choose from, and the one that this person last chose; see `HelpTypes`. */
export type HelpOffer = {
  types: readonly ResponseType[];
  standardId: number | null;
  chosenId: number | null;
};

/** The chosen kind of help: what this device keeps, else what the server knows, else the default. */
export function useHelp(
  offer: HelpOffer | undefined,
  {
    remember,
    onChosen,
  }: { remember: (responseTypeId: number) => void; onChosen: (responseTypeId: number) => void },
) {
  const tell = useEffectEvent(remember);
  const [chosenId, setChosenId] = useState(offer?.chosenId ?? offer?.standardId ?? null);
  useEffect(() => {
    const kept = recallHelp();
    // An empty list is not known to be AURA's.
    if (kept === undefined || !offer || offer.types.length === 0) return;
    if (!offer.types.some(({ id }) => id === kept)) return forgetHelp();
    setChosenId(kept);
    // Chosen before this script, or without a connection.
    if (kept !== offer.chosenId) tell(kept);
  }, [offer]);
  return {
    types: offer?.types ?? [],
    chosenId,
    onChoose: (responseTypeId: number) => {
      setChosenId(responseTypeId);
      keepHelp(responseTypeId);
      remember(responseTypeId);
      onChosen(responseTypeId);
    },
  };
}

export type Help = ReturnType<typeof useHelp>;
