import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Tobetsa o tshware.',
  'hold.seconds': 'metsotswana e {seconds}',
  'hold.howLong': 'Tshwara {length}.',
  'hold.holding': 'Tswela pele o tshware…',
  'hold.tooSoon': 'Ha e a romelwa. O tlohetse kapele haholo. {howLong}',
  'hold.twoTaps': 'Tlanya habedi.',
  'hold.tapAgain': 'Tlanya hape ho bitsa thuso.',
  'hold.notTwice': 'Ha e a romelwa. Ha o a tlanya hape. Tlanya habedi.',
  'hold.unlessCancelled': 'Thuso e tla bitswa. Tlanya Hlakola ho emisa.',
  'hold.sending': 'E a romelwa…',
  'hold.cancelling': 'E a hlakolwa…',
  'hold.nothingSent': 'E hlakotswe. Ha ho letho le rometsweng.',
  'hold.nothingMore': 'Ha ho letho le leng le rometsweng.',
  'hold.cancelUnheard':
    'Re hlolehile ho fihlella seva. Thuso e ka nna ya be e etla. Bula leqephe lena hape. Jwale o ka tlanya “Ke bolokehile”.',
  'hold.noAnswer': 'Ha ho so be karabo. O se ke wa ema. Letsa mohala hona jwale.',
  'hold.stillNeeded':
    'O tobeditse nakong e fetileng. Ha re tsebe hore na thuso e bitsitswe. Na o hloka thuso hona jwale?',
} satisfies TextsOf<'hold'>;
