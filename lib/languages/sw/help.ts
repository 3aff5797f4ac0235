import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'Uko hatarini sasa? Piga simu. Huhitaji Vigil kwa hilo.',
  'guide.how': 'Jinsi ya kuita msaada',
  'guide.hold': 'Bonyeza na ushikilie kitufe chekundu. Ikiwa huwezi kushikilia, gusa “{button}”.',
  'guide.countdown':
    'Kuhesabu kunaanza. Usifanye chochote na msaada utaitwa. Gusa Ghairi ikiwa ilikuwa makosa.',
  'guide.seen': 'Unaona tahadhari yako inapotumwa, na kinachofuata.',
  'guide.broken': 'Ikiwa haifanyi kazi',
  'guide.offline':
    'Hakuna intaneti: kitufe kinahifadhi tahadhari yako na kuituma kinapoweza. Usisubiri. Piga simu.',
  'guide.noPlace':
    'Hakuna mahali: ruhusu mahali kwa tovuti hii katika mipangilio ya kivinjari chako. Hifadhi anwani yako kwenye wasifu wako.',
  'guide.noCode': 'Hakuna SMS yenye msimbo: subiri dakika moja, kisha gusa “{button}”.',
  'guide.safe': 'Ikiwa uko salama',
  'guide.sayYes':
    'Fungua tahadhari yako na uguse “Niko salama”. Andika tarakimu nne za mwisho za nambari yako.',
  'guide.mayCome': 'Msaada bado unaweza kuja, ili kuhakikisha.',
  'guide.words': 'Ukurasa unasema nini',
  'guide.sent': 'Tahadhari imetumwa: chumba cha udhibiti kina tahadhari yako.',
  'guide.room': 'Chumba cha udhibiti kinasaidia: mtu huko anaishughulikia.',
  'guide.way': 'Msaada uko njiani, Msaada umefika, Msaada umeondoka: kile AURA inachoripoti kuhusu msaada.',
  'guide.ended': 'Hii imekwisha: AURA imefunga tahadhari.',
  'guide.red': 'Nyekundu: kuna tatizo. Piga simu.',
  'guide.questions': 'Una maswali, na hakuna hatari?',
  'guide.support': 'Piga simu kwa huduma: {number}',
};
