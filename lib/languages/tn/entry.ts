import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Tsena',
  'entry.register': 'Kwadisa',
  'entry.foot':
    'Vigil e romela alamo ya gago kwa AURA. AURA e romela ba tshireletso le ba boitekanelo. Fa Vigil e sa bereke, leletsa 112.',
  'entry.broken': 'Ga go sepe se o se kwadileng se se rometsweng. Fa o tlhoka thuso jaanong, leletsa:',
  'start.title': 'Bitsa thuso go tswa mo sebatling sefe kgotsa sefe.',
  'start.lead':
    'Konopo e le nngwe ya thuso ya AURA ya tshireletso le ya boitekanelo. Ga go sepe se o tshwanetseng go se tsenya. E bereka mo founong ya gago le mo khomphiutareng efe kgotsa efe.',
  'start.steps': 'Se se diragalang fa o tobetsa',
  'start.hold': 'Tshwara konopo',
  'start.holdText':
    'Tobetsa o tshware, ka monwana, ka mouse kgotsa ka keyboard. Vigil e bona lefelo la gago.',
  'start.cancel': 'Metsotswana e meraro ya go khansela',
  'start.cancelText': 'A e ne e le phoso? Tobetsa Khansela. Kgotsa tobetsa Romela jaanong.',
  'start.watch': 'Bona thuso e tla',
  'start.watchText':
    'AURA e bona alamo ya gago mme e romela ba tshireletso kgotsa ba boitekanelo. O bona kgato nngwe le nngwe, le gore e diragetse leng.',
  'start.promise':
    'Vigil e re alamo ya gago e rometswe fela fa AURA e netefaditse. Go fitlha foo, o bona dinomoro tse o ka di leletsang.',
  'signIn.lead': 'Ka nomoro ya gago ya mogala, mo founong kgotsa mo khomphiutareng efe kgotsa efe.',
  'signIn.notYet': 'Ga o ise o kwadise?',
  'signIn.mobile': 'Nomoro ya mogala',
  'signIn.hint': 'Nomoro e o ikwadisitseng ka yona. Re tla go romelela khoutu ka SMS.',
  'signIn.send': 'Romela khoutu',
  'signIn.another': 'Dirisa nomoro e nngwe',
  'signIn.sent': 'Re rometse SMS e e nang le dinomoro di le thataro kwa {mobile}.',
  'signIn.code': 'Khoutu',
  'signIn.codeHint': 'Khoutu e bereka metsotso e le lesome.',
  'signIn.confirm': 'Netefatsa',
  'signIn.surname': 'Sefane',
  'signIn.newCode': 'Romela khoutu e ntšhwa',
  'field.mobileMissing': 'Kwala nomoro ya gago ya mogala',
  'field.mobileLong': 'Se se setelele thata gore e nne nomoro ya mogala',
  'field.mobileWrong': 'E ga se nomoro ya mogala. E kwale jaana: 082 123 4567 kgotsa +27 82 123 4567',
  'field.mobileCountry': 'Ga re romele dikhoutu kwa dinomorong tsa naga e',
  'field.codeMissing': 'Kwala khoutu e e mo molaetseng',
  'field.codeWrong': 'Khoutu e na le dinomoro di le 6',
  'field.surnameMissing': 'Kwala sefane sa gago',
  'field.surnameLong': 'Sefane sa gago se ka nna le ditlhaka di le 80 fela',
  'field.surnameLetters': 'Dirisa ditlhaka fela mo sefaneng sa gago, ka gonne bathusi ba tla se bala',
  'refusal.code.wrong': 'Khoutu eo ga e a nepagala',
  'refusal.code.wrong.detail': 'Leba SMS mme o kwale dinomoro tse thataro gape.',
  'refusal.code.expired': 'Khoutu eo ga e tlhole e bereka',
  'refusal.code.expired.detail':
    'Khoutu e bereka metsotso e le lesome le maiteko a le matlhano. Kopa e ntšhwa.',
  'refusal.code.too_soon': 'Leta pele ga khoutu e e latelang',
  'refusal.code.too_soon.detail':
    'Re rometse dikhoutu kwa nomorong e. Dirisa ya bofelo, kgotsa o leke gape morago ga metsotso e le mmalwa.',
  'refusal.code.limit_number': 'Dikhoutu tse dintsi thata tsa nomoro e',
  'refusal.code.limit_number.detail':
    'O ka bona dikhoutu di le tlhano ka ura. Dirisa ya bofelo, kgotsa o lete.',
  'refusal.code.limit_day': 'Dikhoutu tse dintsi thata tsa nomoro e gompieno',
  'refusal.code.limit_day.detail':
    'O ka bona dikhoutu di le lesome ka letsatsi. Dirisa ya bofelo, kgotsa o leke gape ka moso.',
  'refusal.code.limit_address': 'Dikhoutu tse dintsi thata mo kgolaganong e',
  'refusal.code.limit_address.detail':
    'Re romela dikhoutu di le masome a mabedi ka ura mo kgolaganong e le nngwe ya inthanete. Leta, mme o leke gape.',
  'refusal.code.not_sent': 'Ga re a kgona go romela khoutu',
  'refusal.code.not_sent.detail':
    'Tirelo ya SMS ga e a e amogela. Ga go sepe se se bolokilweng. Leka gape go ise go ye kae.',
  'refusal.sign_in.no_account': 'Ga go ise go nne le akhaonto ya nomoro e',
  'refusal.sign_in.no_account.detail':
    'Khoutu e ne e nepagetse, mme nomoro e ga e a kwadisiwa. Kwadisa gore o sireletsege.',
  'refusal.sign_in.surname_needed': 'Kwala le sefane sa gago',
  'refusal.sign_in.surname_needed.detail':
    'Ga go ope yo o tseneng ka nomoro e lobaka lo loleele. Re kopa sefane se o ikwadisitseng ka sona.',
  'refusal.sign_in.surname_wrong': 'Sefane seo ga se a siama',
  'refusal.sign_in.surname_wrong.detail':
    'Se kwale jaaka o ikwadisitse. Fa o kwadisitse leina le le lengwe fela, kwala leone.',
  'refusal.sign_in.surname_limit': 'Difane tse di fosagetseng di le dintsi thata',
  'refusal.sign_in.surname_limit.detail':
    'O ka leka gape kamoso. Difounu le dikhomputara tse di tseneng di sa ntse di bereka.',
} satisfies TextsOf<'entry'>;
