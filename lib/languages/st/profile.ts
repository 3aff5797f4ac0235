import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Wena',
  'profile.name': 'Lebitso',
  'profile.nameAtAura': 'Lebitso ho AURA',
  'profile.latin': '{name}. AURA ha e a nka lebitso la hao kamoo o le ngolang kateng.',
  'profile.mobile.why': 'Bathusi ba letsetsa nomoro ena, mme o kena ka yona.',
  'profile.address': 'Aterese e bolokilweng',
  'profile.address.why': 'Haeba re sitwa ho fumana sebaka sa hao, thuso e ya mona.',
  'profile.facts': 'Bakeng sa bathusi',
  'profile.facts.why':
    'Sena se ka boloka nako ha o sa kgone ho bua. Re se romela ho AURA. O ka siya tsohle di se na letho.',
  'profile.button': 'Konopo ya hao',
  'profile.button.why':
    'Kamoo o e tobetsang kateng, le seo fono ya hao e se etsang ka mora moo. Sena se a tshwana disebedisweng tsohle tsa hao.',
  'profile.contact': 'Batho ba tshepuwang',
  'profile.contact.why':
    'Batho ba ka bang bahlano. Ha o bitsa thuso, molaetsa o yang ho wa pele o se o lokile: o o romela wena. Re ba romella SMS feela ha o e kgetha mona.',
  'profile.push': 'Melaetsa sesebedisweng sena',
  'profile.push.why':
    'Sesebediswa sena se ka o bolella ha thuso e tsamaya, le ha o na le molaetsa o motjha, esita le ha leqephe lena le kwetswe. O bona se tshwanang leqepheng. Molaetsa o ka nna wa fihla morao ho nako kapa wa se ke wa fihla ho hang.',
  'profile.push.shown':
    'Skrine se notletsweng se bontsha mantswe ana feela, ntle le lebitso la hao le ntle le sebaka. Haeba ho na le motho ya sa lokelang ho a bona, tlohela sena se timilwe.',
  'profile.push.silent':
    'Ka mora alamo ya kgutso ha ho letho le bontshwang dihora tse pedi. Haeba konopo ya hao e behilwe ho kgutso, ha ho letho le bontshwang ho hang.',
  'profile.devices': 'Disebediswa tsa hao',
  'profile.devices.why':
    'Difono le dikhomputa tsena di ka bitsa thuso lebitsong la hao. Tima tseo o sa di tsebeng.',
  'profile.devices.missing':
    'Sesebediswa seo o sa se sebediseng nako e telele se ka nna sa se be teng mona. Sena se a se tima le sona:',
  'profile.data': 'Tlhahisoleseding ya hao',
  'profile.here': 'Sesebediswa sena',
  'subscription.change': 'Fetola peeletso',
  'subscription.cannot': 'Ha ho kgonehe mona. O hloka ho kena ha hao ho AURA.',
  'subscription.none': 'Ha o na peeletso ho AURA. Ha ho motho ya ka tlang.',
  'subscription.unknown': 'Ha e tsejwe: AURA ha e arabe',
  'subscription.until': 'E sebetsa ho fihlela',
  'subscription.cancelled': 'E hlakotswe ka',
  'subscription.single': 'Ya motho a le mong: e sireletsa wena.',
  'subscription.family': 'Ya lelapa: e sireletsa wena le ditho tsa lelapa tse ho yona.',
  'device.name': '{browser} ho {system}',
  'device.browser': 'Sebatli se sa tsejweng',
  'device.apple': 'iPhone kapa iPad',
  'device.signedIn': 'Se kene ka {day}.',
  'device.lastUsed': 'Se qetetse ho sebediswa ka {day}.',
  'device.switchOffOne': 'Tima: {name}, se kene ka {day}',
};
