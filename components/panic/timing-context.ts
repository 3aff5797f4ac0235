import { createContext, use } from 'react';
import { USUAL } from '#components/panic/hold-machine.ts';

/** How this person presses. */
export const TimingContext = createContext(USUAL);

export function useTiming() {
  return use(TimingContext);
}
