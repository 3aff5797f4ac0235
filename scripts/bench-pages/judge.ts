import { cell, type Figure, figure, mustHold } from '../chaos/report.ts';
import type { Reading } from './reading.ts';

const AIMS = { performanceBelow: 4, blockingRatio: 1.3, paintedLaterMs: 600, perfect: 100 };

export type Page = { readonly name: string; readonly reading: Reading; readonly lacking: readonly string[] };

/** A row of the table: the bare page's value and each page's. */
export type Row = { readonly what: string; readonly cells: readonly Figure[] };

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);

/** Each figure of the pages beside the bare page's, judged by its aim. */
export function judge(bare: Reading, pages: readonly Page[]): Row[] {
  const row = (what: string, value: (reading: Reading) => string, holds?: (reading: Reading) => boolean) => ({
    what,
    cells: [
      figure(what, value(bare)),
      ...pages.map(({ reading }) =>
        holds ? mustHold(what, value(reading), holds(reading)) : figure(what, value(reading)),
      ),
    ],
  });
  const installable = 'manifest to install by (name, icons of 192 and 512, start_url, display)';
  return [
    row(
      `performance (at most ${AIMS.performanceBelow} below the bare page’s)`,
      ({ performance }) => performance.toFixed(0),
      ({ performance }) => performance >= bare.performance - AIMS.performanceBelow,
    ),
    row(
      `total blocking time in ms (at most ${AIMS.blockingRatio} times the bare page’s)`,
      ({ blockingMs }) => blockingMs.toFixed(0),
      ({ blockingMs }) => blockingMs <= bare.blockingMs * AIMS.blockingRatio,
    ),
    row(
      `largest contentful paint in s (at most the bare page’s + ${AIMS.paintedLaterMs / 1_000})`,
      ({ paintedMs }) => seconds(paintedMs),
      ({ paintedMs }) => paintedMs <= bare.paintedMs + AIMS.paintedLaterMs,
    ),
    row('JavaScript in KB, compressed', ({ scriptKb }) => scriptKb.toFixed(0)),
    row(
      `accessibility (${AIMS.perfect})`,
      ({ accessibility }) => accessibility.toFixed(0),
      ({ accessibility }) => accessibility === AIMS.perfect,
    ),
    row(
      `best practices (${AIMS.perfect})`,
      ({ bestPractices }) => bestPractices.toFixed(0),
      ({ bestPractices }) => bestPractices === AIMS.perfect,
    ),
    {
      what: installable,
      cells: [
        figure(installable, ''),
        ...pages.map(({ lacking }) =>
          mustHold(
            installable,
            lacking.length === 0 ? 'whole' : `lacks ${lacking.join(', ')}`,
            lacking.length === 0,
          ),
        ),
      ],
    },
  ];
}

export function isWithin(rows: readonly Row[]): boolean {
  return rows.every(({ cells }) => cells.every(({ holds }) => holds !== false));
}

/** Markdown, for docs/performance.md. */
export function tableOf(pages: readonly Page[], rows: readonly Row[]): string {
  const head = ['', 'bare page', ...pages.map(({ name }) => `\`${name}\``)];
  const lines = [head, head.map(() => '---'), ...rows.map(({ what, cells }) => [what, ...cells.map(cell)])];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
