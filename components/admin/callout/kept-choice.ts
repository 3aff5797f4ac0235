import { useState, useSyncExternalStore } from 'react';
import { keepText, readKept } from '#components/ui/kept-text.ts';

const neverTold = () => () => undefined;

/** A boolean in localStorage; default false. */
export function useKeptChoice(name: string): [isChosen: boolean, choose: (isChosen: boolean) => void] {
  const key = `vigil-${name}`;
  const kept = useSyncExternalStore(
    neverTold,
    () => readKept(key) === 'yes',
    () => false,
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = (next: boolean) => {
    setChosen(next);
    keepText(key, next ? 'yes' : 'no');
  };
  return [chosen ?? kept, choose];
}
