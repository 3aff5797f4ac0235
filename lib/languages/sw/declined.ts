import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Tahadhari yako haijaisha',
  'refusal.data.alarm_open.detail':
    'Hakuna kilichofutwa, na hakuna kilichopakuliwa. Huenda msaada uko njiani. Jaribu tena itakapoisha.',
  'refusal.mobile.alarm_open': 'Tahadhari yako haijaisha',
  'refusal.mobile.alarm_open.detail':
    'Nambari yako ya simu haikubadilishwa. Wasaidizi wanaweza kupiga ya zamani. Jaribu tena tahadhari itakapoisha.',
  'refusal.mobile.taken': 'Kuna mtu aliyejisajili kwa nambari hii',
  'refusal.mobile.taken.detail': 'Nambari yako ya simu haikubadilishwa. Tumia nambari nyingine.',
  'refusal.mobile.taken_at_aura': 'AURA tayari inaijua nambari hii',
  'refusal.mobile.taken_at_aura.detail':
    'Nambari yako ya simu haikubadilishwa. Waulize watu waliokupa Vigil.',
  'refusal.mobile.refused_at_aura': 'AURA haikubadilisha nambari yako',
  'refusal.mobile.refused_at_aura.detail':
    'Nambari yako ya zamani inabaki. Waombe watu waliokupa Vigil waibadilishe.',
  'refusal.mobile.not_changed': 'AURA haijibu',
  'refusal.mobile.not_changed.detail': 'Nambari yako ya zamani inabaki. Omba msimbo mpya na ujaribu tena.',
  'refusal.mobile.change_unsure': 'Hatujui AURA ilifanya nini',
  'refusal.mobile.change_unsure.detail':
    'Hapa nambari yako ya zamani inabaki. Huenda AURA ina mpya. Omba msimbo mpya na ujaribu tena.',
  'refusal.device.not_found': 'Hatukijui kifaa hiki',
  'refusal.device.not_found.detail': 'Si chako, au hakipo tena kwenye orodha. Hakuna kilichobadilishwa.',
  'refusal.facts.not_read': 'Hatuwezi kuonyesha hili sasa',
  'refusal.facts.not_read.detail': 'AURA haijibu. Jaribu tena baada ya dakika chache.',
  'refusal.facts.not_saved': 'Haikuhifadhiwa',
  'refusal.facts.not_saved.detail':
    'AURA haikupokea. Hakuna kilichobadilishwa. Jaribu tena baada ya dakika chache.',
  'refusal.facts.save_unsure': 'Hatujui kama hii imehifadhiwa',
  'refusal.facts.save_unsure.detail':
    'AURA haikujibu kwa wakati. Fungua ukurasa huu tena ili kuona kile AURA ilicho nacho.',
  'refusal.terms.changed': 'Masharti yamebadilika',
  'refusal.terms.changed.detail': 'Hakuna kilichohifadhiwa. Soma masharti tena, kisha uyakubali.',
  'field.newMobile': 'Andika nambari yako mpya ya simu',
  'field.address': 'Andika anwani yako',
  'field.tooLong': 'Hii ni ndefu mno: herufi {most} tu',
  'field.degrees': 'Iandike kwa digrii, kama -26.10763',
  'field.contact': 'Andika jina la mtu wako wa kuaminika',
  'field.contactLong': 'Jina la mtu wako wa kuaminika linaweza kuwa na herufi 80 tu',
  'field.contactLetters':
    'Tumia herufi tu katika jina la mtu wako wa kuaminika, kwa kuwa watoa huduma watalisoma',
  'field.contactMobile': 'Andika nambari ya simu ya mtu wako wa kuaminika',
  'field.ownMobile': 'Hii ni nambari yako mwenyewe. Chagua mtu mwingine',
  'field.sameMobile': 'Nambari hii iko hapa mara mbili',
  'field.tooOften': 'Umebadilisha watu wako mara nyingi mno. Jaribu tena baada ya saa moja',
  'field.phoneLong': 'Hii ni ndefu mno kuwa nambari',
  'field.phone': 'Hii si nambari ya simu. Iandike kama 082 123 4567',
  'field.way': 'Chagua jinsi unavyobonyeza',
  'field.hold': 'Chagua sekunde 0.5 hadi 5',
  'field.grace': 'Chagua sekunde 0 hadi 30',
  'field.mode': 'Chagua simu yako inafanya nini',
};
