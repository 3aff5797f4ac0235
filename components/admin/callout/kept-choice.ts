import { useState, useSyncExternalStore } from 'react';

const neverTold = () => () => undefined;

/** A choice of whoever uses this browser, kept for the next page of the kind; no before they ever chose. */
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
    // A browser that keeps nothing: everything begins as it does for who never chose.
    return false;
  }
}

function keep(key: string, isChosen: boolean): void {
  try {
    localStorage.setItem(key, isChosen ? 'yes' : 'no');
  } catch {
    // The same browser: the choice lasts as long as the page.
  }
}
