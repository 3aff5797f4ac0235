import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { openedWords } from '#lib/platform/unopened.ts';
import type { Shift } from './schema.ts';
import { countShift, listHandovers, listRaised, listShiftNotes } from './store.ts';

/** The longest shift; what happened before a missing handover is on the other pages. */
const SHIFT_MS = 12 * 3_600_000;

/** What happened since the latest signed handover, and the handovers before. */
export const readHandover = verb('handover.read', z.object({}), async (actor) => {
  const at = now();
  const rows = await listHandovers();
  const signed = rows.find(({ handover }) => handover.signedAt !== null);
  const since = signed?.handover.writtenAt ?? new Date(at.getTime() - SHIFT_MS);
  const [counts, raised, notes] = await Promise.all([
    countShift(since),
    listRaised(since),
    listShiftNotes(since),
  ]);
  const shift: Shift = {
    servedAt: at.toISOString(),
    since: since.toISOString(),
    mayWrite: mayDo(actor.role, 'handover.write'),
    handovers: rows.map(({ handover: { id, note, writtenAt, writtenBy, signedAt }, by, signedBy }) => ({
      ...{
        id,
        by,
        note: openedWords(note),
        at: writtenAt.toISOString(),
        isMine: writtenBy === actor.operatorId,
      },
      signed: signedAt && { by: signedBy ?? '', at: signedAt.toISOString() },
    })),
    counts,
    callouts: raised.map(({ id, stage, kind, raisedAt, closedAt, name, surname }) => ({
      ...{ calloutId: id, stage, isTest: kind === 'test', person: `${name} ${surname}` },
      ...{ raisedAt: raisedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
    })),
    moreCallouts: Math.max(0, counts.raised - raised.length),
    notes: notes.map((note) => ({ ...note, text: openedWords(note.text), at: note.at.toISOString() })),
  };
  return ok(shift);
});
