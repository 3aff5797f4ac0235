import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Quitter cette page',
  'leave.about':
    'Cache cette page et ouvre un autre site. Votre alarme continue. Ou appuyez trois fois sur Maj (Shift).',
  'leave.stays': 'Vous êtes toujours sur cette page.',
  'leave.twoMore': 'Appuyez encore deux fois sur Maj (Shift) pour quitter cette page.',
  'leave.oneMore': 'Appuyez encore une fois sur Maj (Shift) pour quitter cette page.',
} satisfies TextsOf<'leave'>;
