import { z } from 'zod';
import { noteTextField } from '#lib/console/notes/schema.ts';
import type { Result } from '#lib/errors/result.ts';
import type { Stage } from '#lib/vocabulary.ts';

const id = z.uuid('Must be a UUID made for this handover');

export const writeHandoverInput = z.object({ id, note: noteTextField });
export const signHandoverInput = z.object({ id });

/** The form after its submission: what was typed stays where it was refused. */
export type HandoverForm = { id: string; note: string; problem: Extract<Result<null>, { ok: false }> | null };

export type Handover = {
  id: string;
  by: string;
  isMine: boolean;
  at: string;
  note: string;
  signed: { by: string; at: string } | null;
};

export type ShiftCallout = {
  calloutId: number;
  stage: Stage;
  isTest: boolean;
  person: string;
  raisedAt: string;
  closedAt: string | null;
};

export type ShiftNote = { id: string; calloutId: number; by: string; at: string; text: string };

/** What the next shift must know. */
export type Shift = {
  servedAt: string;
  /** The latest signed handover, or twelve hours ago. */
  since: string;
  mayWrite: boolean;
  /** Newest first; the first one waits for its signature where it has none. */
  handovers: Handover[];
  counts: { presses: number; raised: number; closed: number; open: number };
  /** Raised since then, newest first; `moreCallouts` are left out. */
  callouts: ShiftCallout[];
  moreCallouts: number;
  /** Written since then about callouts that are open or were raised since then, newest first. */
  notes: ShiftNote[];
};
