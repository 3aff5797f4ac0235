import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Wena',
  'profile.name': 'Leina',
  'profile.nameAtAura': 'Leina kwa AURA',
  'profile.latin': '{name}. AURA ga e a tsaya leina la gago jaaka o le kwala.',
  'profile.mobile.why': 'Bathusi ba leletsa nomoro e, mme o tsena ka yone.',
  'profile.address': 'Aterese e e bolokilweng',
  'profile.address.why': 'Fa re sa kgone go bona lefelo la gago, thuso e ya fano.',
  'profile.facts': 'Ya bathusi',
  'profile.facts.why':
    'Se se ka boloka nako fa o sa kgone go bua. Re se romela kwa AURA. O ka tlogela tsotlhe di se na sepe.',
  'profile.button': 'Konopo ya gago',
  'profile.button.why':
    'Ka fa o e tobetsang ka teng, le se founo ya gago e se dirang morago ga moo. Se se a tshwana mo didirisiweng tsotlhe tsa gago.',
  'profile.contact': 'Batho ba ba ikanyegang',
  'profile.contact.why':
    'Batho ba ka nna batlhano. Fa o bitsa thuso, molaetsa o o yang kwa go wa ntlha o setse o siame: o o romela wena. Re ba romelela SMS fela fa o e tlhopha fano.',
  'profile.push': 'Melaetsa mo sedirisiweng se',
  'profile.push.why':
    'Sedirisiwa se se ka go bolelela fa thuso e tsamaya, le fa o na le molaetsa o moša, le fa tsebe e e tswetswe. O bona se se tshwanang mo tsebeng. Molaetsa o ka nna wa goroga thari kgotsa wa se goroge gotlhelele.',
  'profile.push.shown':
    'Skrine se se notletsweng se bontsha mafoko a fela, kwa ntle ga leina la gago le kwa ntle ga lefelo. Fa go na le motho yo o sa tshwanelang go a bona, tlogela se se timilwe.',
  'profile.push.silent':
    'Morago ga alamo ya tidimalo ga go sepe se se bontshiwang diura tse pedi. Fa konopo ya gago e beilwe mo tidimalong, ga go sepe se se bontshiwang gotlhelele.',
  'profile.devices': 'Didirisiwa tsa gago',
  'profile.devices.why':
    'Difounu le dikhomphiutara tse di ka bitsa thuso mo leineng la gago. Tima tse o sa di itseng.',
  'profile.devices.missing':
    'Sedirisiwa se o sa se dirisang lobaka lo loleele se ka nna sa se ka sa nna fano. Se se a se tima le sone:',
  'profile.data': 'Tshedimosetso ya gago',
  'profile.here': 'Sedirisiwa se',
  'subscription.change': 'Fetola peeletso',
  'subscription.cannot': 'Ga go kgonege fano. O tlhoka go tsena ga gago kwa AURA.',
  'subscription.none': 'Ga o na peeletso kwa AURA. Ga go motho yo o ka tlang.',
  'subscription.unknown': 'Ga e itsiwe: AURA ga e arabe',
  'subscription.until': 'E bereka go fitlha ka',
  'subscription.cancelled': 'E khansetswe ka',
  'subscription.single': 'Ya motho a le mongwe: e sireletsa wena.',
  'subscription.family': 'Ya lelapa: e sireletsa wena le maloko a lelapa a a mo go yone.',
  'device.name': '{browser} mo go {system}',
  'device.browser': 'Sebatli se se sa itsiweng',
  'device.apple': 'iPhone kgotsa iPad',
  'device.signedIn': 'Se tsene ka {day}.',
  'device.lastUsed': 'Se dirisitswe la bofelo ka {day}.',
  'device.switchOffOne': 'Tima: {name}, se tsene ka {day}',
};
