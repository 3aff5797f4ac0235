import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Alamo ya hao ha e so fele',
  'refusal.data.alarm_open.detail':
    'Ha ho letho le hlakotsweng, mme ha ho letho le jarollotsweng. Thuso e ka nna ya be e le tseleng. Leka hape ha e fedile.',
  'refusal.mobile.alarm_open': 'Alamo ya hao ha e so fele',
  'refusal.mobile.alarm_open.detail':
    'Nomoro ya hao ya mohala ha e a fetolwa. Bathusi ba ka nna ba letsetsa ya kgale. Leka hape ha alamo e fedile.',
  'refusal.mobile.taken': 'Ho na le motho ya ngodisitseng ka nomoro ena',
  'refusal.mobile.taken.detail': 'Nomoro ya hao ya mohala ha e a fetolwa. Sebedisa nomoro e nngwe.',
  'refusal.mobile.taken_at_aura': 'AURA e se e tseba nomoro ena',
  'refusal.mobile.taken_at_aura.detail':
    'Nomoro ya hao ya mohala ha e a fetolwa. Botsa batho ba o fileng Vigil.',
  'refusal.mobile.refused_at_aura': 'AURA ha e a fetola nomoro ya hao',
  'refusal.mobile.refused_at_aura.detail':
    'Nomoro ya hao ya kgale e a sala. Kopa batho ba o fileng Vigil hore ba e fetole.',
  'refusal.mobile.not_changed': 'AURA ha e arabe',
  'refusal.mobile.not_changed.detail':
    'Nomoro ya hao ya kgale e a sala. Kopa khoutu e ntjha mme o leke hape.',
  'refusal.mobile.change_unsure': 'Ha re tsebe hore AURA e entse eng',
  'refusal.mobile.change_unsure.detail':
    'Mona nomoro ya hao ya kgale e a sala. AURA e ka nna ya be e na le e ntjha. Kopa khoutu e ntjha mme o leke hape.',
  'refusal.device.not_found': 'Ha re tsebe sesebediswa sena',
  'refusal.device.not_found.detail': 'Ha se sa hao, kapa ha se sa le lenaneng. Ha ho letho le fetotsweng.',
  'refusal.facts.not_read': 'Re sitwa ho bontsha sena jwale',
  'refusal.facts.not_read.detail': 'AURA ha e arabe. Leka hape metsotsong e mmalwa.',
  'refusal.facts.not_saved': 'Ha ho a bolokwa',
  'refusal.facts.not_saved.detail':
    'AURA ha e a e nka. Ha ho letho le fetotsweng. Leka hape metsotsong e mmalwa.',
  'refusal.facts.save_unsure': 'Ha re tsebe hore na sena se bolokilwe',
  'refusal.facts.save_unsure.detail':
    'AURA ha e a araba ka nako. Bula leqephe lena hape ho bona seo AURA e nang le sona.',
  'refusal.terms.changed': 'Melawana e fetohile',
  'refusal.terms.changed.detail': 'Ha ho letho le bolokilweng. Bala melawana hape, ebe o e amohela.',
  'field.newMobile': 'Ngola nomoro ya hao e ntjha ya mohala',
  'field.address': 'Ngola aterese ya hao',
  'field.tooLong': 'Sena se selelele haholo: ditlhaku tse {most} feela',
  'field.degrees': 'Se ngole ka dikgrata, jwalo ka -26.10763',
  'field.contact': 'Ngola lebitso la motho wa hao ya tshepuwang',
  'field.contactLong': 'Lebitso la motho wa hao ya tshepuwang le ka ba le ditlhaku tse 80 feela',
  'field.contactLetters':
    'Sebedisa ditlhaku feela lebitsong la motho wa hao ya tshepuwang, hobane bathusi ba tla le bala',
  'field.contactMobile': 'Ngola nomoro ya mohala ya motho wa hao ya tshepuwang',
  'field.ownMobile': 'Ena ke nomoro ya hao. Kgetha motho e mong',
  'field.sameMobile': 'Nomoro ena e teng habedi mona',
  'field.tooOften': 'O fetotse batho ba hao hangata haholo. Leka hape kamora hora e le nngwe',
  'field.phoneLong': 'Sena se selelele haholo hore e be nomoro',
  'field.phone': 'Ena ha se nomoro ya mohala. E ngole tjena: 082 123 4567',
  'field.way': 'Kgetha kamoo o tobetsang kateng',
  'field.hold': 'Kgetha metsotswana e 0.5 ho isa ho e 5',
  'field.grace': 'Kgetha metsotswana e 0 ho isa ho e 30',
  'field.mode': 'Kgetha seo fono ya hao e se etsang',
};
