import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Tobetsa o tshware.',
  'hold.seconds': 'metsotswana e {seconds}',
  'hold.howLong': 'Tshwara {length}.',
  'hold.holding': 'Tswelela o tshware…',
  'hold.tooSoon': 'Ga e a romelwa. O tlogetse ka bonako thata. {howLong}',
  'hold.twoTaps': 'Tobetsa gabedi.',
  'hold.tapAgain': 'Tobetsa gape go bitsa thuso.',
  'hold.notTwice': 'Ga e a romelwa. Ga o a tobetsa gape. Tobetsa gabedi.',
  'hold.unlessCancelled': 'Thuso e tla bidiwa. Tobetsa Khansela go emisa.',
  'hold.sending': 'E a romelwa…',
  'hold.cancelling': 'E a khanselwa…',
  'hold.nothingSent': 'E khansetswe. Ga go sepe se se rometsweng.',
  'hold.nothingMore': 'Ga go sepe gape se se rometsweng.',
  'hold.cancelUnheard':
    'Ga re a kgona go fitlhelela seva. Thuso e ka tswa e tla. Bula tsebe e gape. Morago o ka tobetsa “Ke babalesegile”.',
  'hold.noAnswer': 'Ga go ise go nne le karabo. O se ka wa leta. Letsa mogala jaanong.',
  'hold.stillNeeded':
    'O tobeditse nako e e fetileng. Ga re itse gore a thuso e biditswe. A o tlhoka thuso jaanong?',
} satisfies TextsOf<'hold'>;
