import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: simu au kompyuta imeingia kwa jina lako. Ikiwa si wewe, fungua Vigil, gusa Wasifu, uizime.',
  'text.contact': 'Vigil: mtu wako wa kuaminika amebadilishwa. Ikiwa si wewe, fungua Vigil na uguse Wasifu.',
  'text.address':
    'Vigil: anwani yako iliyohifadhiwa imebadilishwa. Ikiwa si wewe, fungua Vigil na uguse Wasifu.',
  'text.export':
    'Vigil: data yako imepakuliwa. Ikiwa si wewe, fungua Vigil, gusa Wasifu, na utazame vifaa vyako.',
  'text.erase': 'Vigil: akaunti yako imefutwa. Kitufe hakiombi msaada tena. Ikiwa si wewe, jisajili tena.',
  'text.latin': 'Vigil: AURA haikupokea jina lako jinsi unavyoliandika. AURA inalo kwa herufi za A hadi Z.',
  'text.mobile':
    'Vigil: nambari yako ya simu imebadilishwa kuwa nyingine. Ikiwa si wewe, omba msaada kwa watu waliokupa Vigil.',
  'code.sign_in': 'Msimbo wako wa Vigil ni {code}.',
  'code.export': 'Msimbo wako wa Vigil wa kupakua data yako ni {code}.',
  'code.erase': 'Msimbo wako wa Vigil wa KUFUTA akaunti yako ni {code}.',
  'code.mobile_old': 'Msimbo wako wa Vigil wa KUBADILISHA nambari yako ya simu ni {code}.',
  'code.mobile_new': 'Msimbo wako wa Vigil wa kutumia nambari hii ya simu ni {code}.',
  'code.rest': 'Unafanya kazi kwa dakika 10. Hatuuombi kamwe.',
  'told.alarm':
    'Vigil: {name} ameomba msaada. Chumba cha udhibiti kina tahadhari. Usipige simu wala kuandika sasa: sauti inaweza kuwa hatari. Ona kinachotokea:',
  'push.owned': 'Ombi lako limeonekana',
  'push.dispatched': 'Msaada uko njiani',
  'push.arrived': 'Msaada umefika',
  'push.stopped': 'Huenda msaada usije. Tafadhali angalia sasa.',
  'push.ended': 'Ombi lako limekwisha',
  'push.message': 'Una ujumbe mpya',
};
