import type { TextsOf } from '../messages.ts';

export const sheet = {
  'sheet.title': 'Biza usizo',
  'sheet.lead': 'Ungashaya ucingo ngaphandle kwe-inthanethi.',
  'sheet.back': 'Buyela enkinobheni yakho',
} satisfies TextsOf<'sheet'>;
