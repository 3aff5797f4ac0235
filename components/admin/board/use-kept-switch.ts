import { useEffect, useState } from 'react';
import { keepText, readKept } from '#components/ui/kept-text.ts';

/** A boolean in localStorage. */
export function useKeptSwitch(name: string, byDefault = true): [isOn: boolean, turn: (on: boolean) => void] {
  const [isOn, setOn] = useState(byDefault);
  useEffect(() => setOn((readKept(name) ?? (byDefault ? 'on' : 'off')) === 'on'), [name, byDefault]);
  const turn = (on: boolean) => {
    setOn(on);
    keepText(name, on ? 'on' : 'off');
  };
  return [isOn, turn];
}
