import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Tafadhali soma masharti yetu',
  'terms.changed':
    'Hujakubali {terms} jinsi yalivyo sasa. Soma pia {privacy}. Kitufe chako kinafanya kazi hata usipofanya hivyo.',
  'terms.link': 'masharti',
  'terms.kept': 'tunachohifadhi kuhusu wewe',
  'terms.accept': 'Nakubali',
  'mobile.form': 'Badilisha nambari yako ya simu',
  'mobile.new': 'Nambari mpya ya simu',
  'mobile.how': 'Tunatuma msimbo kwa SMS kwa nambari yako ya zamani kwanza, kisha kwa mpya.',
  'mobile.change': 'Badilisha nambari ya simu',
  'mobile.lost': 'Kama huna tena nambari ya zamani, waulize watu waliokupa Vigil.',
  'mobile.codeOld': 'Kwanza msimbo wa nambari yako ya zamani.',
  'mobile.codeNew': 'Sasa msimbo wa nambari yako mpya.',
  'mobile.stop': 'Acha',
  'mobile.done':
    'Nambari yako ya simu imebadilishwa. Unaingia kwa mpya. Tarakimu zake nne za mwisho ni msimbo wako wa usalama.',
  'device.list': 'Vifaa',
  'device.isOff': 'Kimezimwa. Hakiwezi tena kuita msaada.',
  'device.this': 'Kifaa hiki',
  'device.switchOff': 'Zima',
  'device.ask': 'Uzime kifaa hiki?',
  'device.stops': '{name}: kitufe kilichomo kinaacha kufanya kazi, hadi uingie tena huko.',
  'device.yes': 'Ndiyo, kizime',
  'others.areOff': 'Kimezimwa kwenye vifaa vingine. Kifaa hiki bado kina kitufe chake.',
  'others.switchOff': 'Zima kitufe changu kwenye vifaa vingine',
  'others.ask': 'Uzime kitufe chako kwenye vifaa vingine?',
  'others.stops':
    'Kitufe kinaacha kufanya kazi kwenye simu na kompyuta zako nyingine, hadi uingie tena huko. Fanya hivi kama kifaa kimepotea.',
  'data.ready': 'Faili yako iko tayari. Kiungo kinafanya kazi kwa dakika kumi.',
  'data.save': 'Hifadhi faili',
  'data.safe': 'Itunze salama: inasema ulikuwa wapi. Ifute kwenye simu inayotumiwa na wengine.',
  'data.download': 'Pakua data yangu',
  'data.downloadText':
    'Unapata faili yenye kile Vigil inachohifadhi kuhusu wewe. Kwa hili, tunakutumia msimbo kwa SMS.',
  'data.delete': 'Futa akaunti yangu',
  'data.deleteText':
    'Kitufe chako kinaacha kufanya kazi kwenye vifaa vyako vyote, na msaada hauji tena unapobonyeza. Vigil inafuta inachohifadhi kuhusu wewe. Huwezi kurudisha hili nyuma.',
  'data.deleteAtAura':
    'Vigil inaiambia AURA ikufute pia. AURA inakuweka alama kuwa umefutwa; hatujui AURA inahifadhi nini. Wakati tahadhari haijaisha, huwezi kufuta akaunti yako.',
  'data.deleteNow': 'Ukithibitisha msimbo, akaunti yako inafutwa mara moja.',
  'signOut.button': 'Toka',
  'signOut.ask': 'Utoke?',
  'signOut.text':
    'Baada ya hili, kitufe kwenye kifaa hiki hakiiti msaada. Ili kukitumia tena, ingia kwa msimbo kwa SMS.',
  'signOut.yes': 'Ndiyo, toka',
};
