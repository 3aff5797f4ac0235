import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Biza usizo',
  'sheet.lead': 'Ungashaya ucingo ngaphandle kwe-inthanethi.',
  'sheet.back': 'Buyela enkinobheni yakho',
} satisfies TextsOf<'sheet'>;
