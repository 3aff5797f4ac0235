import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Kuthatha imizuzu emibili. Bese uba nenkinobho yokubiza usizo.',
  'join.accept': 'Ngokubhalisa wamukela {terms}. Funda nalokho esikugcinayo ngawe: {privacy}.',
  'join.terms': 'imigomo',
  'join.privacy': 'ubumfihlo',
  'join.known': 'Usubhalisile?',
  'join.reload': 'Layisha kabusha',
  'join.change': 'Shintsha imininingwane',
  'join.name': 'Igama',
  'join.surname': 'Isibongo',
  'join.oneName': 'Kushiye kungenalutho uma unegama elilodwa.',
  'join.sayName': 'Libizwa kanjani igama lakho',
  'join.sayNameHint': 'Ngezinhlamvu ezisuka ku-A ziye ku-Z, njengo-Muhammad. Kwenzelwa labo abazokusiza.',
  'join.mobileHint': 'Sizokuthumelela ikhodi nge-SMS. Abasizi bangase bashayele le nombolo.',
  'join.subscription': 'Ubulungu',
  'join.subscriptionHint': 'Busebenza unyaka kusukela namuhla.',
  'join.optional': 'Akuphoqelekile',
  'field.nameMissing': 'Bhala igama lakho',
  'field.nameLong': 'Igama lakho lingaba nezinhlamvu ezingu-80 kuphela',
  'field.nameLetters': 'Sebenzisa izinhlamvu kuphela egameni lakho, ngoba abasizi bazolifunda',
  'field.surnameMissing': 'Bhala isibongo sakho',
  'field.surnameLong': 'Isibongo sakho singaba nezinhlamvu ezingu-80 kuphela',
  'field.surnameLetters': 'Sebenzisa izinhlamvu kuphela esibongweni sakho, ngoba abasizi bazosifunda',
  'field.sayName':
    'Bhala ukuthi igama lakho libizwa kanjani ngezinhlamvu ezisuka ku-A ziye ku-Z, njengo-Muhammad',
  'field.sayNameLong': 'Izinhlamvu ezingama-80 kuphela: bhala kuphela ukuthi igama libizwa kanjani',
  'field.subscription': 'Khetha ubulungu',
  'field.registration': 'Qala ukubhalisa futhi',
  'refusal.registration.expired': 'Lokhu kubhalisa sekuphelile',
  'refusal.registration.expired.detail':
    'Ulinde isikhathi eside kakhulu. Akukho okugciniwe. Sicela uqale futhi.',
  'refusal.registration.mobile_known': 'I-AURA isivele iyayazi le nombolo',
  'refusal.registration.mobile_known.detail':
    'Le nombolo yeselula isine-akhawunti ye-AURA, ivela kolunye uhlelo. Asikwazi ukwenza eyesibili. Sebenzisa enye inombolo, noma ucele abasekeli be-AURA ukuthi bakhulule le.',
  'refusal.registration.aura_unavailable': 'I-AURA ayiphenduli',
  'refusal.registration.aura_unavailable.detail':
    'Inombolo yakho ilungile, kodwa i-AURA ayikwazanga ukwenza i-akhawunti yakho. Awukavikeleki. Zama futhi. Awudingi ikhodi entsha.',
  'refusal.registration.completed': 'I-akhawunti yakho isilungile',
  'refusal.registration.completed.detail':
    'Ngena ngenombolo yakho yeselula. Sizokuthumelela ikhodi entsha nge-SMS.',
  'refusal.registration.answer_lost': 'Asazi ukuthi i-AURA yenzeni',
  'refusal.registration.answer_lost.detail':
    'Silahlekelwe ukuxhumana ne-AURA ngenkathi yenza i-akhawunti yakho. Awukavikelwa yi-Vigil. Zama futhi emzuzwini owodwa. Uma ubona lokhu futhi, cela abasekeli be-AURA ukuthi bakhulule inombolo yakho. Bese ubhalisa futhi.',
  'refusal.registration.aura_rejected': 'I-AURA ayiyamukelanga le mininingwane',
  'refusal.registration.aura_rejected.detail':
    'Akukho akhawunti eyenziwe. Hlola igama, inombolo nobulungu, bese uqala futhi.',
  'refusal.registration.name_letters': 'I-AURA ayiyamukelanga le mininingwane',
  'refusal.registration.name_letters.detail':
    'Ayikho i-akhawunti eyenziwe. Kungenzeka ukuthi yizinhlamvu zegama lakho. Bhala ukuthi libizwa kanjani ngezinhlamvu ezisuka ku-A ziye ku-Z, bese uzama futhi.',
  'refusal.registration.in_progress': 'Sicela ulinde',
  'refusal.registration.in_progress.detail':
    'I-akhawunti yakho iyenziwa manje. Zama futhi emizuzwaneni embalwa.',
  'refusal.subscription.types_unavailable': 'I-AURA ayiphenduli',
  'refusal.subscription.types_unavailable.detail':
    'Asikwazanga ukulayisha ubulungu be-AURA. Layisha leli khasi kabusha maduze.',
} satisfies TextsOf<'join'>;
