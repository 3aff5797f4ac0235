import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'Usengozini ngoku? Tsalela umnxeba. Awuyidingi i-Vigil kuloo nto.',
  'guide.how': 'Indlela yokubiza uncedo',
  'guide.hold': 'Cinezela ubambe iqhosha elibomvu. Ukuba awukwazi ukubamba, cofa “{button}”.',
  'guide.countdown':
    'Kuqala ukubalwa kwemizuzwana. Musa ukwenza nto, uncedo luya kubizwa. Cofa u-Rhoxisa ukuba ibiyimpazamo.',
  'guide.seen': 'Uyabona xa ialam yakho ithunyelwe, nokuba kwenzeka ntoni emva koko.',
  'guide.broken': 'Ukuba ayisebenzi',
  'guide.offline':
    'Akukho intanethi: iqhosha liyigcina ialam yakho lize liyithumele xa linako. Musa ukulinda. Tsalela umnxeba.',
  'guide.noPlace':
    'Akukho ndawo: vumela indawo yesi siza kwiisetingi zebhrawuza yakho. Gcina idilesi yakho kwiprofayile yakho.',
  'guide.noCode': 'Akukho SMS inekhowudi: linda umzuzu omnye, uze ucofe “{button}”.',
  'guide.safe': 'Ukuba ukhuselekile',
  'guide.sayYes':
    'Vula ialam yakho uze ucofe “Ndikhuselekile”. Bhala amanani amane okugqibela enombolo yakho.',
  'guide.mayCome': 'Uncedo lusengeza, ukuqinisekisa.',
  'guide.words': 'Okuthethwa liphepha',
  'guide.sent': 'Ialam ithunyelwe: igumbi lolawulo linayo ialam yakho.',
  'guide.room': 'Igumbi lolawulo liyanceda: kukho umntu osebenza ngayo apho.',
  'guide.way': 'Uncedo lusendleleni, Uncedo lufikile, Uncedo lumkile: oko i-AURA ikuxelayo ngoncedo.',
  'guide.ended': 'Le nto iphelile: i-AURA iyivalile ialam.',
  'guide.red': 'Okubomvu: kukho into engalunganga. Tsalela umnxeba.',
  'guide.questions': 'Imibuzo, kwaye akukho ngozi?',
  'guide.support': 'Fowunela abancedisi: {number}',
};
