import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'اطلب المساعدة',
  'sheet.lead': 'يمكنك الاتصال بدون إنترنت.',
  'sheet.back': 'العودة إلى زرك',
} satisfies TextsOf<'sheet'>;
