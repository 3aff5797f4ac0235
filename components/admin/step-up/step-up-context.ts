import { createContext, useContext } from 'react';

/** Asks the operator to prove who they are, and then goes on. */
type AskStepUp = (goOn: () => void) => void;

export const StepUpContext = createContext<AskStepUp | null>(null);

/** Null outside the console's pages, where nothing asks for a step-up. */
export function useStepUp(): AskStepUp | null {
  return useContext(StepUpContext);
}
