import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'I-alamu yakho ayikapheli',
  'refusal.data.alarm_open.detail':
    'Akukho okusuliwe, futhi akukho okulandiwe. Usizo lungase lube sendleleni. Zama futhi uma isiphelile.',
  'refusal.mobile.alarm_open': 'I-alamu yakho ayikapheli',
  'refusal.mobile.alarm_open.detail':
    'Inombolo yakho yeselula ayishintshwanga. Abasizi bangase bashayele endala. Zama futhi uma i-alamu isiphelile.',
  'refusal.mobile.taken': 'Kukhona obhalise ngale nombolo',
  'refusal.mobile.taken.detail': 'Inombolo yakho yeselula ayishintshwanga. Sebenzisa enye inombolo.',
  'refusal.mobile.taken_at_aura': 'I-AURA isivele iyayazi le nombolo',
  'refusal.mobile.taken_at_aura.detail':
    'Inombolo yakho yeselula ayishintshwanga. Buza abantu abakunike i-Vigil.',
  'refusal.mobile.refused_at_aura': 'I-AURA ayiyishintshanga inombolo yakho',
  'refusal.mobile.refused_at_aura.detail':
    'Inombolo yakho endala iyahlala. Cela abantu abakunike i-Vigil ukuthi bayishintshe.',
  'refusal.mobile.not_changed': 'I-AURA ayiphenduli',
  'refusal.mobile.not_changed.detail': 'Inombolo yakho endala iyahlala. Cela ikhodi entsha bese uzama futhi.',
  'refusal.mobile.change_unsure': 'Asazi ukuthi i-AURA yenzeni',
  'refusal.mobile.change_unsure.detail':
    'Lapha inombolo yakho endala iyahlala. I-AURA ingase ibe nentsha. Cela ikhodi entsha bese uzama futhi.',
  'refusal.device.not_found': 'Asiyazi le divayisi',
  'refusal.device.not_found.detail': 'Akuyona eyakho, noma ayisekho ohlwini. Akukho okushintshiwe.',
  'refusal.facts.not_read': 'Asikwazi ukubonisa lokhu manje',
  'refusal.facts.not_read.detail': 'I-AURA ayiphenduli. Zama futhi emizuzwini embalwa.',
  'refusal.facts.not_saved': 'Akugcinwanga',
  'refusal.facts.not_saved.detail':
    'I-AURA ayikwamukelanga. Akukho okushintshiwe. Zama futhi emizuzwini embalwa.',
  'refusal.facts.save_unsure': 'Asazi ukuthi lokhu kugciniwe yini',
  'refusal.facts.save_unsure.detail':
    'I-AURA ayiphendulanga ngesikhathi. Vula leli khasi futhi ukuze ubone lokho i-AURA enakho.',
  'refusal.terms.changed': 'Imigomo ishintshile',
  'refusal.terms.changed.detail': 'Akukho okugciniwe. Funda imigomo futhi, bese uyamukela.',
  'field.newMobile': 'Bhala inombolo yakho entsha yeselula',
  'field.address': 'Bhala ikheli lakho',
  'field.tooLong': 'Lokhu kude kakhulu: izinhlamvu ezingu-{most} kuphela',
  'field.degrees': 'Kubhale ngamadigri, njengo -26.10763',
  'field.contact': 'Bhala igama lomuntu wakho othenjwayo',
  'field.contactLong': 'Igama lomuntu wakho othenjwayo lingaba nezinhlamvu ezingu-80 kuphela',
  'field.contactLetters':
    'Sebenzisa izinhlamvu kuphela egameni lomuntu wakho othenjwayo, ngoba abasizi bazolifunda',
  'field.contactMobile': 'Bhala inombolo yeselula yomuntu wakho othenjwayo',
  'field.ownMobile': 'Lena inombolo yakho. Khetha omunye umuntu',
  'field.sameMobile': 'Le nombolo ikhona kabili lapha',
  'field.tooOften': 'Ushintshe abantu bakho kaningi kakhulu. Zama futhi ngemva kwehora elilodwa',
  'field.phoneLong': 'Lokhu kude kakhulu ukuthi kube inombolo',
  'field.phone': 'Lena akuyona inombolo yefoni. Yibhale kanje: 082 123 4567',
  'field.way': 'Khetha indlela ocindezela ngayo',
  'field.hold': 'Khetha imizuzwana engu-0.5 kuya ku-5',
  'field.grace': 'Khetha imizuzwana engu-0 kuya ku-30',
  'field.mode': 'Khetha okwenziwa yifoni yakho',
};
