import type { HoldTexts } from '#components/panic/hold-words.ts';

// The words of the inline script. No React, no schema library.

/** Where the page brings none: the same in fewer words, as the script stands in every page. By position. */
const SHORT: HoldTexts = [
  'Keep holding…',
  'Not sent. Hold longer.',
  'Help will be called. Tap Cancel to stop.',
  'Sending…',
  'Cancelling…',
  'Cancelled. Nothing was sent.',
  'Nothing more was sent.',
  'Help may be coming. Open this page again.',
  'No answer yet. Call now.',
  'Do you need help now?',
];

/** What the page brought by `linesForScript`, else short English. */
export function earlyTexts(lines: string | undefined): HoldTexts {
  return lines ? lines.split('\n') : SHORT;
}
