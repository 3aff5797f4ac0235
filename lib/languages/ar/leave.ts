import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'غادر هذه الصفحة',
  'leave.about': 'يخفي هذه الصفحة ويفتح موقعًا آخر. يستمر إنذارك. أو اضغط مفتاح Shift ثلاث مرات.',
  'leave.stays': 'ما زلت في هذه الصفحة.',
  'leave.twoMore': 'اضغط Shift مرتين أخريين لمغادرة هذه الصفحة.',
  'leave.oneMore': 'اضغط Shift مرة أخرى لمغادرة هذه الصفحة.',
} satisfies TextsOf<'leave'>;
