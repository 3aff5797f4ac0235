import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Go tsaya metsotso e le mebedi. Morago o na le konopo ya go bitsa thuso.',
  'join.accept': 'Ka go kwadisa o amogela {terms}. Bala gape se re se bolokang ka wena: {privacy}.',
  'join.terms': 'melawana',
  'join.privacy': 'sephiri',
  'join.known': 'O setse o kwadisitse?',
  'join.reload': 'Laisa gape',
  'join.change': 'Fetola dintlha',
  'join.name': 'Leina',
  'join.surname': 'Sefane',
  'join.oneName': 'Tlogela go se na sepe fa o na le leina le le lengwe.',
  'join.sayName': 'Leina la gago le bidiwa jang',
  'join.sayNameHint':
    'Ka ditlhaka tse di tswang go A go ya go Z, jaaka Muhammad. Ke ya ba ba tlang go go thusa.',
  'join.mobileHint': 'Re tla go romelela khoutu ka SMS. Bathusi ba ka leletsa nomoro e.',
  'join.subscription': 'Peeletso',
  'join.subscriptionHint': 'E bereka ngwaga go simolola gompieno.',
  'join.optional': 'Ga se pateletso',
  'field.nameMissing': 'Kwala leina la gago',
  'field.nameLong': 'Leina la gago le ka nna le ditlhaka di le 80 fela',
  'field.nameLetters': 'Dirisa ditlhaka fela mo leineng la gago, ka gonne bathusi ba tla le bala',
  'field.surnameMissing': 'Kwala sefane sa gago',
  'field.surnameLong': 'Sefane sa gago se ka nna le ditlhaka di le 80 fela',
  'field.surnameLetters': 'Dirisa ditlhaka fela mo sefaneng sa gago, ka gonne bathusi ba tla se bala',
  'field.sayName':
    'Kwala gore leina la gago le bidiwa jang ka ditlhaka tse di tswang go A go ya go Z, jaaka Muhammad',
  'field.sayNameLong': 'Ditlhaka di le 80 fela: kwala fela gore leina le bidiwa jang',
  'field.subscription': 'Tlhopha peeletso',
  'field.registration': 'Simolola kwadiso gape',
  'refusal.registration.expired': 'Kwadiso e e fedile',
  'refusal.registration.expired.detail':
    'O letile lobaka lo loleele thata. Ga go sepe se se bolokilweng. Tsweetswee simolola gape.',
  'refusal.registration.mobile_known': 'AURA e setse e itse nomoro e',
  'refusal.registration.mobile_known.detail':
    'Nomoro e ya mogala e setse e na le akhaonto ya AURA, e e tswang kwa app e nngwe. Ga re kake ra dira ya bobedi. Dirisa nomoro e nngwe, kgotsa o kope tshegetso ya AURA gore e golole e.',
  'refusal.registration.aura_unavailable': 'AURA ga e arabe',
  'refusal.registration.aura_unavailable.detail':
    'Nomoro ya gago e nepagetse, mme AURA ga e a kgona go dira akhaonto ya gago. Ga o ise o sireletsege. Leka gape. Ga o tlhoke khoutu e ntšhwa.',
  'refusal.registration.completed': 'Akhaonto ya gago e siame',
  'refusal.registration.completed.detail':
    'Tsena ka nomoro ya gago ya mogala. Re tla go romelela khoutu e ntšhwa ka SMS.',
  'refusal.registration.answer_lost': 'Ga re itse gore AURA e dirile eng',
  'refusal.registration.answer_lost.detail':
    'Re latlhegetswe ke kgolagano le AURA fa e ntse e dira akhaonto ya gago. Ga o ise o sireletswe ke Vigil. Leka gape mo motsotsong o le mongwe. Fa o bona se gape, kopa tshegetso ya AURA gore e golole nomoro ya gago. Morago kwadisa gape.',
  'refusal.registration.aura_rejected': 'AURA ga e a amogela dintlha tse',
  'refusal.registration.aura_rejected.detail':
    'Ga go akhaonto e e dirilweng. Tlhola leina, nomoro le peeletso, mme o simolole gape.',
  'refusal.registration.name_letters': 'AURA ga e a amogela dintlha tse',
  'refusal.registration.name_letters.detail':
    'Ga go akhaonto e e dirilweng. E ka nna ditlhaka tsa leina la gago. Kwala gore le bidiwa jang ka ditlhaka tse di tswang go A go ya go Z, mme o leke gape.',
  'refusal.registration.in_progress': 'Tsweetswee leta',
  'refusal.registration.in_progress.detail':
    'Akhaonto ya gago e a dirwa jaanong. Leka gape mo metsotswaneng e le mmalwa.',
  'refusal.subscription.types_unavailable': 'AURA ga e arabe',
  'refusal.subscription.types_unavailable.detail':
    'Ga re a kgona go laisa dipeeletso tsa AURA. Laisa tsebe e gape go ise go ye kae.',
} satisfies TextsOf<'join'>;
