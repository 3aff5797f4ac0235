import { useEffect, useState } from 'react';

/** A boolean in localStorage; default true. */
export function useKeptSwitch(name: string): [isOn: boolean, turn: (on: boolean) => void] {
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(readKept(name) !== 'off'), [name]);
  const turn = (on: boolean) => {
    setOn(on);
    keep(name, on ? 'on' : 'off');
  };
  return [isOn, turn];
}

function readKept(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    // Storage is unavailable: the choice lasts as long as the page.
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}
