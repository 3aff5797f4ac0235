import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Tswa leqepheng lena',
  'leave.about':
    'E pata leqephe lena mme e bula webosaete e nngwe. Alamo ya hao e tswela pele. Kapa tobetsa Shift hararo.',
  'leave.stays': 'O ntse o le leqepheng lena.',
  'leave.twoMore': 'Tobetsa Shift habedi hape ho tswa leqepheng lena.',
  'leave.oneMore': 'Tobetsa Shift hang hape ho tswa leqepheng lena.',
} satisfies TextsOf<'leave'>;
