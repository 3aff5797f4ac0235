import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Cindezela ubambe.',
  'hold.seconds': 'imizuzwana engu-{seconds}',
  'hold.howLong': 'Bamba {length}.',
  'hold.holding': 'Qhubeka ubambe…',
  'hold.tooSoon': 'Akuthunyelwanga. Udedele masinyane. {howLong}',
  'hold.twoTaps': 'Thepha kabili.',
  'hold.tapAgain': 'Thepha futhi ukuze ubize usizo.',
  'hold.notTwice': 'Akuthunyelwanga. Awuphindanga wathepha. Thepha kabili.',
  'hold.unlessCancelled': 'Usizo luzobizwa. Thepha u-Khansela ukuze umise.',
  'hold.sending': 'Iyathunyelwa…',
  'hold.cancelling': 'Iyakhanselwa…',
  'hold.nothingSent': 'Kukhanseliwe. Akukho okuthunyelwe.',
  'hold.nothingMore': 'Akukho okunye okuthunyelwe.',
  'hold.cancelUnheard':
    'Asikwazanga ukufinyelela iseva. Usizo lungase luyeza. Vula leli khasi futhi. Bese ungathepha u-“Ngiphephile”.',
  'hold.noAnswer': 'Akukabikho mpendulo. Ungalindi. Shaya ucingo manje.',
  'hold.stillNeeded':
    'Ucindezele esikhathini esedlule. Asazi ukuthi usizo lubiziwe yini. Uyaludinga usizo manje?',
} satisfies TextsOf<'hold'>;
