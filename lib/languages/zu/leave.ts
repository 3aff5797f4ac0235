import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Phuma kuleli khasi',
  'leave.about':
    'Kufihla leli khasi kuvule elinye isayithi. I-alamu yakho iyaqhubeka. Noma cindezela u-Shift kathathu.',
  'leave.stays': 'Usekuleli khasi.',
  'leave.twoMore': 'Cindezela u-Shift kabili futhi ukuze uphume kuleli khasi.',
  'leave.oneMore': 'Cindezela u-Shift kanye futhi ukuze uphume kuleli khasi.',
} satisfies TextsOf<'leave'>;
