'use server';

import { formAction } from '#lib/identity/action.ts';
import { person } from '#lib/identity/caller.ts';
import { saveFactSheet } from './save-fact-sheet.ts';
import { type FactSheetForm, factKeys } from './schema.ts';

export const saveFactSheetAction = formAction<FactSheetForm>(person, async ({ run, fields }) => {
  const values = Object.fromEntries(factKeys.map((key) => [key, fields[key] ?? '']));
  const saved = await run(saveFactSheet, values);
  if (!saved.ok) return { values, outcome: 'untouched', differing: [], problem: saved };
  const { facts, differing } = saved.value;
  return { values: facts, outcome: 'saved', differing, problem: null };
});
