import { useState, useSyncExternalStore } from 'react';

const neverTold = () => () => undefined;

/** A boolean in localStorage; default false. */
export function useKeptChoice(name: string): [isChosen: boolean, choose: (isChosen: boolean) => void] {
  const key = `vigil-${name}`;
  const kept = useSyncExternalStore(
    neverTold,
    () => read(key),
    () => false,
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = (next: boolean) => {
    setChosen(next);
    keep(key, next);
  };
  return [chosen ?? kept, choose];
}

function read(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    // Storage is unavailable: the default.
    return false;
  }
}

function keep(key: string, isChosen: boolean): void {
  try {
    localStorage.setItem(key, isChosen ? 'yes' : 'no');
  } catch {
    // As above: the choice lasts as long as the page.
  }
}
