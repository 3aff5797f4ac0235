import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Verlaat hierdie bladsy',
  'leave.about':
    'Verberg hierdie bladsy en maak ’n ander webwerf oop. Jou alarm gaan voort. Of druk Shift drie keer.',
  'leave.stays': 'Jy is nog op hierdie bladsy.',
  'leave.twoMore': 'Druk Shift nog twee keer om hierdie bladsy te verlaat.',
  'leave.oneMore': 'Druk Shift nog een keer om hierdie bladsy te verlaat.',
} satisfies TextsOf<'leave'>;
