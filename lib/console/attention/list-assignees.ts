import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { listAssignable } from './assign-store.ts';
import type { Assignee } from './schema.ts';

/** Whom an alert can be given to: the asking operator first. */
export const listAssignees = verb('alert.assign', z.object({}), async (actor) => {
  const assignees: Assignee[] = (await listAssignable()).map(({ operatorId, name }) => ({
    operatorId,
    name,
    isMe: operatorId === actor.operatorId,
  }));
  return ok(assignees.sort((one, other) => Number(other.isMe) - Number(one.isMe)));
});
