import { useEffect, useState } from 'react';

/** A boolean in localStorage. */
export function useKeptSwitch(name: string, byDefault = true): [isOn: boolean, turn: (on: boolean) => void] {
  const [isOn, setOn] = useState(byDefault);
  useEffect(() => setOn((readKept(name) ?? (byDefault ? 'on' : 'off')) === 'on'), [name, byDefault]);
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
