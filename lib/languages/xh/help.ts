import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'Usengozini ngoku? Tsalela umnxeba. Awuyidingi i-Vigil kuloo nto.',
  'help.how': 'Indlela yokubiza uncedo',
  'help.hold': 'Cinezela ubambe iqhosha elibomvu. Ukuba awukwazi ukubamba, cofa “{button}”.',
  'help.countdown':
    'Kuqala ukubalwa kwemizuzwana. Musa ukwenza nto, uncedo luya kubizwa. Cofa u-Rhoxisa ukuba ibiyimpazamo.',
  'help.seen': 'Uyabona xa ialam yakho ithunyelwe, nokuba kwenzeka ntoni emva koko.',
  'help.broken': 'Ukuba ayisebenzi',
  'help.offline':
    'Akukho intanethi: iqhosha liyigcina ialam yakho lize liyithumele xa linako. Musa ukulinda. Tsalela umnxeba.',
  'help.noPlace':
    'Akukho ndawo: vumela indawo yesi siza kwiisetingi zebhrawuza yakho. Gcina idilesi yakho kwiprofayile yakho.',
  'help.noCode': 'Akukho SMS inekhowudi: linda umzuzu omnye, uze ucofe “{button}”.',
  'help.safe': 'Ukuba ukhuselekile',
  'help.sayYes':
    'Vula ialam yakho uze ucofe “I am safe” (ndikhuselekile). Bhala amanani amane okugqibela enombolo yakho.',
  'help.mayCome': 'Uncedo lusengeza, ukuqinisekisa.',
  'help.words': 'Okuthethwa liphepha',
  'help.sent': 'Ialam ithunyelwe: igumbi lolawulo linayo ialam yakho.',
  'help.room': 'Igumbi lolawulo liyanceda: kukho umntu osebenza ngayo apho.',
  'help.way': 'Uncedo lusendleleni, Uncedo lufikile, Uncedo lumkile: oko i-AURA ikuxelayo ngoncedo.',
  'help.ended': 'Le nto iphelile: i-AURA iyivalile ialam.',
  'help.red': 'Okubomvu: kukho into engalunganga. Tsalela umnxeba.',
};
