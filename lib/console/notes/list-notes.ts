import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { openedWords } from '#lib/platform/unopened.ts';
import type { Notes } from './schema.ts';
import { listNotesOf } from './store.ts';

export const listNotes = verb(
  'note.list',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    if (!(await findCallout(calloutId))) return refuse('callout.not_found');
    const rows = await listNotesOf(calloutId);
    return ok({
      servedAt: now().toISOString(),
      mayWrite: mayDo(actor.role, 'note.write'),
      notes: rows.map(({ writtenAt, ...note }) => ({
        ...note,
        text: openedWords(note.text),
        writtenAt: writtenAt.toISOString(),
      })),
    } satisfies Notes);
  },
);
