import { type Timing, USUAL } from '#components/panic/hold-machine.ts';

// How the page brings a person's timing to its inline script, and on into React: one line of text. Part of the inline
// script: no schema library.

export function timingLine({ holdMs, graceMs, isTwoTaps }: Timing): string {
  return `${holdMs} ${graceMs} ${Number(isTwoTaps)}`;
}

/** Whatever is not a timing counts as none: a bad setting must not stop a press. */
export function readTiming(line: string | undefined): Timing {
  const [holdMs = 0, graceMs = 0, taps] = `${line}`.split(' ').map(Number);
  const isGood = holdMs >= 500 && holdMs <= 5e3 && graceMs >= 0 && graceMs <= 3e4;
  return isGood ? { holdMs, graceMs, isTwoTaps: taps === 1 } : USUAL;
}
