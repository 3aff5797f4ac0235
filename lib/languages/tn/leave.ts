import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Tswa mo tsebeng e',
  'leave.about':
    'E fitlha tsebe e mme e bula webosaete e nngwe. Alamo ya gago e tswelela. Kgotsa tobetsa Shift gararo.',
  'leave.stays': 'O sa ntse o le mo tsebeng e.',
  'leave.twoMore': 'Tobetsa Shift gabedi gape go tswa mo tsebeng e.',
  'leave.oneMore': 'Tobetsa Shift gangwe gape go tswa mo tsebeng e.',
} satisfies TextsOf<'leave'>;
