import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Bitsa thuso',
  'sheet.lead': 'O ka letsa mohala ntle le inthanete.',
  'sheet.back': 'Kgutlela konopong ya hao',
} satisfies TextsOf<'sheet'>;
