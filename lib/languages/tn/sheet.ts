import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Bitsa thuso',
  'sheet.lead': 'O ka letsa mogala ntle le inthanete.',
  'sheet.back': 'Boela kwa konopong ya gago',
} satisfies TextsOf<'sheet'>;
