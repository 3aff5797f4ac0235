'use server';

import { refresh } from 'next/cache';
import { changeAction, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { createHook } from './create-hook.ts';
import { editHook } from './edit-hook.ts';
import { replayHookDelivery } from './replay-hook-delivery.ts';
import { replayHooksSince } from './replay-hooks-since.ts';
import { rotateHookSecret } from './rotate-hook-secret.ts';
import type { HookForm, ReplaySinceForm, RotateForm } from './schema.ts';
import { switchHook } from './switch-hook.ts';

export const createHookAction = formAction<HookForm>(operator, async ({ run, fields }) => {
  const { name = '', url = '' } = fields;
  const made = await run(createHook, { name, url });
  if (!made.ok) return { name, url, problem: made, secret: null };
  refresh();
  return { name, url, problem: null, secret: made.value.secret };
});

export const editHookAction = changeAction(operator, editHook);
export const switchHookAction = changeAction(operator, switchHook);
export const replayHookAction = changeAction(operator, replayHookDelivery);

export const rotateHookAction = formAction<RotateForm>(operator, async ({ run, fields }) => {
  const rotated = await run(rotateHookSecret, fields);
  if (!rotated.ok) return { problem: rotated, secret: null };
  refresh();
  return { problem: null, secret: rotated.value.secret };
});

export const replaySinceAction = formAction<ReplaySinceForm>(operator, async ({ run, fields }) => {
  const replayed = await run(replayHooksSince, fields);
  if (!replayed.ok) return { problem: replayed, replayed: null };
  refresh();
  return { problem: null, replayed: replayed.value.replayed };
});
