import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Cinezela ubambe.',
  'hold.seconds': 'imizuzwana e-{seconds}',
  'hold.howLong': 'Bamba {length}.',
  'hold.holding': 'Qhubeka ubambe…',
  'hold.tooSoon': 'Ayithunyelwanga. Uyekele kwangoko kakhulu. {howLong}',
  'hold.twoTaps': 'Cofa kabini.',
  'hold.tapAgain': 'Cofa kwakhona ukuze ubize uncedo.',
  'hold.notTwice': 'Ayithunyelwanga. Khange uphinde ucofe. Cofa kabini.',
  'hold.unlessCancelled': 'Uncedo luza kubizwa. Cofa u-Rhoxisa ukuze umise.',
  'hold.sending': 'Iyathunyelwa…',
  'hold.cancelling': 'Iyarhoxiswa…',
  'hold.nothingSent': 'Irhoxisiwe. Akukho nto ithunyelweyo.',
  'hold.nothingMore': 'Akukho nto yimbi ithunyelweyo.',
  'hold.cancelUnheard':
    'Asikwazanga ukufikelela kwiseva. Uncedo lusenokuba luyeza. Vula eli phepha kwakhona. Emva koko ungacofa u-“Ndikhuselekile”.',
  'hold.noAnswer': 'Akukabikho mpendulo. Musa ukulinda. Tsalela umnxeba ngoku.',
  'hold.stillNeeded':
    'Ucinezele kwixesha elidlulileyo. Asazi nokuba uncedo lubiziwe na. Ingaba ufuna uncedo ngoku?',
} satisfies TextsOf<'hold'>;
