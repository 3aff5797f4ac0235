import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Alamo ya gago ga e ise e fele',
  'refusal.data.alarm_open.detail':
    'Ga go sepe se se phimotsweng, mme ga go sepe se se tserweng. Thuso e ka nna ya bo e le mo tseleng. Leka gape fa e fedile.',
  'refusal.mobile.alarm_open': 'Alamo ya gago ga e ise e fele',
  'refusal.mobile.alarm_open.detail':
    'Nomoro ya gago ya mogala ga e a fetolwa. Bathusi ba ka nna ba leletsa ya bogologolo. Leka gape fa alamo e fedile.',
  'refusal.mobile.taken': 'Go na le motho yo o kwadisitseng ka nomoro e',
  'refusal.mobile.taken.detail': 'Nomoro ya gago ya mogala ga e a fetolwa. Dirisa nomoro e nngwe.',
  'refusal.mobile.taken_at_aura': 'AURA e setse e itse nomoro e',
  'refusal.mobile.taken_at_aura.detail':
    'Nomoro ya gago ya mogala ga e a fetolwa. Botsa batho ba ba go fileng Vigil.',
  'refusal.mobile.refused_at_aura': 'AURA ga e a fetola nomoro ya gago',
  'refusal.mobile.refused_at_aura.detail':
    'Nomoro ya gago ya bogologolo e a sala. Kopa batho ba ba go fileng Vigil gore ba e fetole.',
  'refusal.mobile.not_changed': 'AURA ga e arabe',
  'refusal.mobile.not_changed.detail':
    'Nomoro ya gago ya bogologolo e a sala. Kopa khoutu e ntšhwa mme o leke gape.',
  'refusal.mobile.change_unsure': 'Ga re itse gore AURA e dirile eng',
  'refusal.mobile.change_unsure.detail':
    'Fano nomoro ya gago ya bogologolo e a sala. AURA e ka nna ya bo e na le e ntšhwa. Kopa khoutu e ntšhwa mme o leke gape.',
  'refusal.device.not_found': 'Ga re itse sedirisiwa se',
  'refusal.device.not_found.detail':
    'Ga se sa gago, kgotsa ga se tlhole se le mo lenaaneng. Ga go sepe se se fetotsweng.',
  'refusal.facts.not_read': 'Ga re kgone go bontsha se jaanong',
  'refusal.facts.not_read.detail': 'AURA ga e arabe. Leka gape mo metsotsong e le mmalwa.',
  'refusal.facts.not_saved': 'Ga go a bolokwa',
  'refusal.facts.not_saved.detail':
    'AURA ga e a e tsaya. Ga go sepe se se fetotsweng. Leka gape mo metsotsong e le mmalwa.',
  'refusal.facts.save_unsure': 'Ga re itse gore a se se bolokilwe',
  'refusal.facts.save_unsure.detail':
    'AURA ga e a araba ka nako. Bula tsebe e gape go bona se AURA e nang le sone.',
  'refusal.terms.changed': 'Melawana e fetogile',
  'refusal.terms.changed.detail': 'Ga go sepe se se bolokilweng. Bala melawana gape, mme o e amogele.',
  'field.newMobile': 'Kwala nomoro ya gago e ntšhwa ya mogala',
  'field.address': 'Kwala aterese ya gago',
  'field.tooLong': 'Se se setelele thata: ditlhaka di le {most} fela',
  'field.degrees': 'Se kwale ka digerata, jaaka -26.10763',
  'field.contact': 'Kwala leina la motho wa gago yo o ikanyegang',
  'field.contactLong': 'Leina la motho wa gago yo o ikanyegang le ka nna le ditlhaka di le 80 fela',
  'field.contactLetters':
    'Dirisa ditlhaka fela mo leineng la motho wa gago yo o ikanyegang, ka gonne bathusi ba tla le bala',
  'field.contactMobile': 'Kwala nomoro ya mogala ya motho wa gago yo o ikanyegang',
  'field.ownMobile': 'E ke nomoro ya gago. Tlhopha motho yo mongwe',
  'field.sameMobile': 'Nomoro e e teng gabedi fano',
  'field.tooOften': 'O fetotse batho ba gago gantsi thata. Leka gape morago ga ura e le nngwe',
  'field.phoneLong': 'Se se setelele thata gore e nne nomoro',
  'field.phone': 'E ga se nomoro ya mogala. E kwale jaana: 082 123 4567',
  'field.way': 'Tlhopha ka fa o tobetsang ka teng',
  'field.hold': 'Tlhopha metsotswana e le 0.5 go ya go e 5',
  'field.grace': 'Tlhopha metsotswana e le 0 go ya go e 30',
  'field.mode': 'Tlhopha se founo ya gago e se dirang',
};
