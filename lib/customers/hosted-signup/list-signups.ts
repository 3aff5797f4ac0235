import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { stateOf } from './model.ts';
import { listSignupsInput, type SignupPage } from './schema.ts';
import { type Cursor, signupQuery } from './store.ts';

const PAGE_SIZE = 25;

export const listSignups = verb('signup.list', listSignupsInput, async (_actor, { after }) => {
  const found = await signupQuery(after ? readCursor(after) : null, PAGE_SIZE + 1);
  const signups = found.slice(0, PAGE_SIZE).map(({ signup, createdBy }) => ({
    signupId: signup.id,
    createdBy,
    createdAt: signup.createdAt.toISOString(),
    state: stateOf(signup),
    returnedAt: signup.returnedAt?.toISOString() ?? null,
    customerId: signup.customerId,
  }));
  const last = signups.at(-1);
  const next = found.length > PAGE_SIZE && last ? `${Date.parse(last.createdAt)}_${last.signupId}` : null;
  return ok({ asOf: now().toISOString(), signups, next } satisfies SignupPage);
});

function readCursor(text: string): Cursor {
  const [atMs = '0', id = ''] = text.split('_');
  return { at: new Date(Number(atMs)), id };
}
