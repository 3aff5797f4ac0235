import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Ita msaada',
  'sheet.lead': 'Unaweza kupiga simu bila intaneti.',
  'sheet.back': 'Rudi kwenye kitufe chako',
} satisfies TextsOf<'sheet'>;
