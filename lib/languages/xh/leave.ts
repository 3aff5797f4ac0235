import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Phuma kweli phepha',
  'leave.about':
    'Ifihla eli phepha ivule enye iwebhusayithi. Ialam yakho iyaqhubeka. Okanye cinezela u-Shift kathathu.',
  'leave.stays': 'Usekweli phepha.',
  'leave.twoMore': 'Cinezela u-Shift kabini kwakhona ukuze uphume kweli phepha.',
  'leave.oneMore': 'Cinezela u-Shift kanye kwakhona ukuze uphume kweli phepha.',
} satisfies TextsOf<'leave'>;
