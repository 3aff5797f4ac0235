import { spawnSync } from 'node:child_process';

/** A browser engine that `npm run test:engines` can drive. */
export type Engine = {
  readonly name: string;
  /** Programs that are missing on this machine, and the packages of Debian that bring them; null when it can run. */
  readonly lacks: () => string | null;
  /** Opens one window, with a profile of its own in this folder. The position comes from this address. */
  readonly open: (folder: string, positionUrl: string) => Promise<Driver>;
};

/** One window, by whatever protocol its engine is driven. */
export type Driver = {
  /** The engine's own name and version. */
  readonly version: string;
  readonly go: (url: string) => Promise<void>;
  /** The value of an expression in the page, which is a text. */
  readonly evaluate: (expression: string) => Promise<string>;
  /** Input as from hands: both protocols have the same actions. */
  readonly act: (sources: readonly InputSource[]) => Promise<void>;
  /** Uncaught errors of the pages so far. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
};

type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number };
type KeyAction = { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

/** https://www.w3.org/TR/webdriver2/#actions */
export type InputSource =
  | {
      readonly type: 'pointer';
      readonly id: string;
      readonly parameters: { readonly pointerType: 'mouse' };
      readonly actions: readonly PointerAction[];
    }
  | { readonly type: 'key'; readonly id: string; readonly actions: readonly KeyAction[] };

export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
