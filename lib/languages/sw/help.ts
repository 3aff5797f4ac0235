import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'Uko hatarini sasa? Piga simu. Huhitaji Vigil kwa hilo.',
  'help.how': 'Jinsi ya kuita msaada',
  'help.hold': 'Bonyeza na ushikilie kitufe chekundu. Ikiwa huwezi kushikilia, gusa “{button}”.',
  'help.countdown':
    'Kuhesabu kunaanza. Usifanye chochote na msaada utaitwa. Gusa Ghairi ikiwa ilikuwa makosa.',
  'help.seen': 'Unaona tahadhari yako inapotumwa, na kinachofuata.',
  'help.broken': 'Ikiwa haifanyi kazi',
  'help.offline':
    'Hakuna intaneti: kitufe kinahifadhi tahadhari yako na kuituma kinapoweza. Usisubiri. Piga simu.',
  'help.noPlace':
    'Hakuna mahali: ruhusu mahali kwa tovuti hii katika mipangilio ya kivinjari chako. Hifadhi anwani yako kwenye wasifu wako.',
  'help.noCode': 'Hakuna SMS yenye msimbo: subiri dakika moja, kisha gusa “{button}”.',
  'help.safe': 'Ikiwa uko salama',
  'help.sayYes':
    'Fungua tahadhari yako na uguse “I am safe” (niko salama). Andika tarakimu nne za mwisho za nambari yako.',
  'help.mayCome': 'Msaada bado unaweza kuja, ili kuhakikisha.',
  'help.words': 'Ukurasa unasema nini',
  'help.sent': 'Tahadhari imetumwa: chumba cha udhibiti kina tahadhari yako.',
  'help.room': 'Chumba cha udhibiti kinasaidia: mtu huko anaishughulikia.',
  'help.way': 'Msaada uko njiani, Msaada umefika, Msaada umeondoka: kile AURA inachoripoti kuhusu msaada.',
  'help.ended': 'Hii imekwisha: AURA imefunga tahadhari.',
  'help.red': 'Nyekundu: kuna tatizo. Piga simu.',
};
