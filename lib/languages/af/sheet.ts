import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Bel vir hulp',
  'sheet.lead': 'Jy kan sonder internet bel.',
  'sheet.back': 'Terug na jou knoppie',
} satisfies TextsOf<'sheet'>;
