import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Biza uncedo',
  'sheet.lead': 'Ungatsalela umnxeba ngaphandle kwe-intanethi.',
  'sheet.back': 'Buyela kwiqhosha lakho',
} satisfies TextsOf<'sheet'>;
