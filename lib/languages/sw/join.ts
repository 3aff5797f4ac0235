import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Inachukua dakika mbili. Kisha una kitufe cha kuita msaada.',
  'join.accept': 'Kwa kujisajili unakubali {terms}. Soma pia tunachohifadhi kukuhusu: {privacy}.',
  'join.terms': 'masharti',
  'join.privacy': 'faragha',
  'join.known': 'Umeshajisajili?',
  'join.reload': 'Pakia upya',
  'join.change': 'Badilisha maelezo',
  'join.name': 'Jina',
  'join.surname': 'Jina la ukoo',
  'join.oneName': 'Acha tupu kama una jina moja.',
  'join.sayName': 'Jinsi ya kutamka jina lako',
  'join.sayNameHint': 'Kwa herufi za A hadi Z, kama Muhammad. Ni kwa wale wanaokuja kukusaidia.',
  'join.mobileHint': 'Tutakutumia msimbo kwa SMS. Watoa huduma wanaweza kupiga nambari hii.',
  'join.subscription': 'Usajili',
  'join.subscriptionHint': 'Unatumika mwaka mmoja kuanzia leo.',
  'join.optional': 'Si lazima',
  'field.nameMissing': 'Andika jina lako',
  'field.nameLong': 'Jina lako linaweza kuwa na herufi 80 tu',
  'field.nameLetters': 'Tumia herufi tu katika jina lako, kwa kuwa watoa huduma watalisoma',
  'field.surnameMissing': 'Andika jina lako la ukoo',
  'field.surnameLong': 'Jina lako la ukoo linaweza kuwa na herufi 80 tu',
  'field.surnameLetters': 'Tumia herufi tu katika jina lako la ukoo, kwa kuwa watoa huduma watalisoma',
  'field.sayName': 'Andika jinsi ya kutamka jina lako kwa herufi za A hadi Z, kama Muhammad',
  'field.sayNameLong': 'Herufi 80 tu: andika tu jinsi ya kutamka jina',
  'field.subscription': 'Chagua usajili',
  'field.registration': 'Anza kujisajili tena',
  'refusal.registration.expired': 'Usajili huu umekwisha',
  'refusal.registration.expired.detail':
    'Ulisubiri muda mrefu mno. Hakuna kilichohifadhiwa. Tafadhali anza tena.',
  'refusal.registration.mobile_known': 'AURA tayari inaijua nambari hii',
  'refusal.registration.mobile_known.detail':
    'Nambari hii ya simu tayari ina akaunti ya AURA, kutoka programu nyingine. Hatuwezi kutengeneza ya pili. Tumia nambari nyingine, au omba usaidizi wa AURA uachilie hii.',
  'refusal.registration.aura_unavailable': 'AURA haijibu',
  'refusal.registration.aura_unavailable.detail':
    'Nambari yako ni sahihi, lakini AURA haikuweza kutengeneza akaunti yako. Bado hujalindwa. Jaribu tena. Huhitaji msimbo mpya.',
  'refusal.registration.completed': 'Akaunti yako iko tayari',
  'refusal.registration.completed.detail': 'Ingia kwa nambari yako ya simu. Tutakutumia msimbo mpya kwa SMS.',
  'refusal.registration.answer_lost': 'Hatujui AURA ilifanya nini',
  'refusal.registration.answer_lost.detail':
    'Tulipoteza mawasiliano na AURA ilipokuwa ikitengeneza akaunti yako. Bado hujalindwa na Vigil. Jaribu tena baada ya dakika moja. Ukiona hili tena, omba usaidizi wa AURA uachilie nambari yako. Kisha jisajili tena.',
  'refusal.registration.aura_rejected': 'AURA haikukubali maelezo haya',
  'refusal.registration.aura_rejected.detail':
    'Hakuna akaunti iliyotengenezwa. Kagua jina, nambari na usajili, kisha anza tena.',
  'refusal.registration.name_letters': 'AURA haikukubali maelezo haya',
  'refusal.registration.name_letters.detail':
    'Hakuna akaunti iliyoundwa. Huenda ni herufi za jina lako. Andika jinsi ya kulitamka kwa herufi za A hadi Z, kisha ujaribu tena.',
  'refusal.registration.in_progress': 'Tafadhali subiri',
  'refusal.registration.in_progress.detail':
    'Akaunti yako inatengenezwa sasa. Jaribu tena baada ya sekunde chache.',
  'refusal.subscription.types_unavailable': 'AURA haijibu',
  'refusal.subscription.types_unavailable.detail':
    'Hatukuweza kupakia aina za usajili za AURA. Pakia ukurasa huu upya hivi karibuni.',
} satisfies TextsOf<'join'>;
