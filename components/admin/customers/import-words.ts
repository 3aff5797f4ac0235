import type { Import } from '#lib/customers/imports/schema.ts';

export const importStateNames: Record<Import['state'], string> = {
  checked: 'Checked, nothing sent yet',
  running: 'Importing',
  done: 'Done',
  stopped: 'Stopped',
};

const NUMBER = new Intl.NumberFormat('en-ZA');

/** "1 row", "12 rows". */
export function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${NUMBER.format(rows).replaceAll('\u00A0', ' ')} rows`;
}

/** Rows answered by AURA, of those sent. */
export function progressOf({ counts }: Import): { sent: number; all: number } {
  const sent = counts.done + counts.known + counts.rejected + counts.unsure;
  return { sent, all: sent + counts.waiting };
}

export function sentenceOf(one: Import): string {
  const { counts, state } = one;
  const { sent, all } = progressOf(one);
  const failed = counts.bad + counts.known + counts.rejected + counts.unsure;
  switch (state) {
    case 'checked':
      return `${rowsText(counts.waiting)} can be imported, ${rowsText(counts.bad)} cannot. Nobody is registered yet.`;
    case 'running':
      return one.pausedUntil
        ? `AURA does not answer. ${rowsText(counts.waiting)} wait, and are sent again by themselves.`
        : `${sent} of ${rowsText(all)} sent to AURA.`;
    case 'done':
      return `${rowsText(counts.done)} imported, ${rowsText(failed)} not.`;
    case 'stopped':
      return `Stopped. ${rowsText(counts.done)} imported, ${rowsText(counts.waiting)} not sent.`;
  }
}
