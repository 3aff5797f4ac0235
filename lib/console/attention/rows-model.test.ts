import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertKind, alertKinds } from '#lib/vocabulary.ts';
import { alert, type CurrentAlert } from './model.ts';
import { countByLead, countBySeverity, newestOf, type Row, rowsOf } from './rows-model.ts';
import { severities } from './schema.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const ORDER: readonly AlertKind[] = [
  'press_undelivered',
  'duress_suspected',
  'new_callout',
  'no_responder',
  'position_lost',
];

const need: fc.Arbitrary<CurrentAlert> = fc
  .record({
    kind: fc.constantFrom(...ORDER),
    subject: fc.integer({ min: 1, max: 12 }),
    since: fc.integer({ min: 0, max: 50 }).map(ago),
    lastAt: fc.integer({ min: 0, max: 50 }).map(ago),
    isTaken: fc.boolean(),
  })
  .map(({ kind, subject, since, lastAt, isTaken }) => ({
    ...alert(kind, kind === 'press_undelivered' ? `press ${subject}` : subject, since),
    lastAt,
    isTest: kind === 'press_undelivered' && subject > 9,
    acknowledged: isTaken ? { by: 'Ada', operatorId: 'ada', at: NOW } : null,
  }));
const needs = fc.uniqueArray(need, { selector: ({ kind, subject }) => `${kind} ${subject}`, maxLength: 40 });

const rank = ({ isTest, lead }: Row) => (isTest ? 9 : ORDER.indexOf(lead.kind));

describe('the queue', () => {
  test('has each need once, in the row of its callout or press', () => {
    fc.assert(
      fc.property(needs, (all) => {
        const rows = rowsOf(all);
        expect(new Set(rows.map(({ subject }) => subject)).size).toBe(rows.length);
        for (const row of rows) for (const each of row.needs) expect(each.subject).toBe(row.subject);
        expect(rows.flatMap((row) => row.needs).length).toBe(all.length);
        expect(new Set(rows.flatMap((row) => row.needs))).toEqual(new Set(all));
      }),
    );
  });

  test('is ordered: what waits, then by the worst that waits, newest first in red, and tests last', () => {
    fc.assert(
      fc.property(needs, (all) => {
        const rows = rowsOf(all);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          if (!next) continue;
          expect(Number(row.isWaiting)).toBeGreaterThanOrEqual(Number(next.isWaiting));
          if (row.isWaiting !== next.isWaiting) continue;
          expect(rank(row)).toBeLessThanOrEqual(rank(next));
          if (rank(row) !== rank(next)) continue;
          const [one, other] = [row.lead.lastAt.getTime(), next.lead.lastAt.getTime()];
          if (rank(row) < 3) expect(one).toBeGreaterThanOrEqual(other);
          else if (rank(row) < 9) expect(one).toBeLessThanOrEqual(other);
        }
      }),
    );
  });

  test('is the same whatever the order of the needs', () => {
    fc.assert(
      fc.property(needs, fc.infiniteStream(fc.nat()), (all, dice) => {
        const mixed = all.toSorted(() => ((dice.next().value ?? 0) % 3) - 1);
        const subjects = (of: readonly CurrentAlert[]) => rowsOf(of).map(({ subject }) => subject);
        expect(subjects(mixed)).toEqual(subjects(all));
      }),
    );
  });

  test('waits where one need does, is led by it, and is red as long as duress is suspected', () => {
    fc.assert(
      fc.property(needs, (all) => {
        for (const { needs, lead, isWaiting, severity, isTest } of rowsOf(all)) {
          const waiting = needs.filter(({ acknowledged }) => acknowledged === null);
          expect(isWaiting).toBe(waiting.length > 0);
          const worst = Math.min(
            ...(isWaiting ? waiting : needs).map(({ kind }) => alertKinds.indexOf(kind)),
          );
          expect(alertKinds.indexOf(lead.kind)).toBe(worst);
          if (needs.some(({ kind }) => kind === 'duress_suspected')) expect(severity).toBe('red');
          expect(severity === 'green').toBe(isTest);
        }
      }),
    );
  });

  test('is counted whole, and its newest is one of the worst that waits', () => {
    fc.assert(
      fc.property(needs, (all) => {
        const rows = rowsOf(all);
        const waiting = rows.filter(({ isWaiting }) => isWaiting);
        const sum = (counts: readonly { count: number }[]) =>
          counts.reduce((total, { count }) => total + count, 0);
        expect(sum(countBySeverity(rows))).toBe(rows.length);
        expect(sum(countByLead(rows))).toBe(waiting.length);
        const newest = newestOf(rows);
        expect(newest === null).toBe(waiting.length === 0);
        if (!newest) return;
        for (const { severity, lead } of waiting) {
          const worse = severities.indexOf(severity) - severities.indexOf(newest.severity);
          expect(worse).toBeGreaterThanOrEqual(0);
          if (worse === 0) expect(lead.lastAt.getTime()).toBeLessThanOrEqual(newest.lead.lastAt.getTime());
        }
      }),
    );
  });

  test('begins with whoever pressed last, also when it was not for the first time', () => {
    const early = { ...alert('press_undelivered', 'early', ago(600)), lastAt: ago(1) };
    const rows = rowsOf([alert('press_undelivered', 'late', ago(5)), early]);
    expect(rows.map(({ subject }) => subject)).toEqual(['early', 'late']);
    expect(newestOf(rows)?.subject).toBe('early');
  });

  test('has no row for what is true of the whole deployment', () => {
    expect(rowsOf([alert('aura_unreachable', '', NOW)])).toEqual([]);
  });
});
