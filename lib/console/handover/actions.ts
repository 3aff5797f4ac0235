'use server';

import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { changeAction, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import type { HandoverForm } from './schema.ts';
import { signHandover } from './sign-handover.ts';
import { writeHandover } from './write-handover.ts';

export const writeHandoverAction = formAction<HandoverForm>(operator, async ({ run, fields }) => {
  const { id = '', note = '' } = fields;
  const written = await run(writeHandover, { id, note });
  if (!written.ok) return { id, note, problem: written };
  refresh();
  return { id: randomUUID(), note: '', problem: null };
});

export const signHandoverAction = changeAction(operator, signHandover);
