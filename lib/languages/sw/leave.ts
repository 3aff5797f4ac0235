import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Ondoka ukurasa huu',
  'leave.about':
    'Huficha ukurasa huu na kufungua tovuti nyingine. Tahadhari yako inaendelea. Au bonyeza Shift mara tatu.',
  'leave.stays': 'Bado uko kwenye ukurasa huu.',
  'leave.twoMore': 'Bonyeza Shift mara mbili zaidi ili kuondoka ukurasa huu.',
  'leave.oneMore': 'Bonyeza Shift mara moja zaidi ili kuondoka ukurasa huu.',
} satisfies TextsOf<'leave'>;
