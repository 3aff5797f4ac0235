import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: ’n foon of rekenaar het as jy aangemeld. As dit nie jy was nie, maak Vigil oop, tik Profiel, en skakel dit af.',
  'text.contact':
    'Vigil: jou vertroude kontak is verander. As dit nie jy was nie, maak Vigil oop en tik Profiel.',
  'text.address':
    'Vigil: jou gestoorde adres is verander. As dit nie jy was nie, maak Vigil oop en tik Profiel.',
  'text.export':
    'Vigil: jou data is afgelaai. As dit nie jy was nie, maak Vigil oop, tik Profiel, en kyk na jou toestelle.',
  'text.erase':
    'Vigil: jou rekening is uitgevee. Die knoppie roep nie meer hulp nie. As dit nie jy was nie, registreer weer.',
  'text.latin':
    'Vigil: AURA het nie jou naam geneem soos jy dit skryf nie. AURA het dit in letters van A tot Z.',
  'text.mobile':
    'Vigil: jou selfoonnommer is na ’n ander een verander. As dit nie jy was nie, vra die mense wat Vigil vir jou gegee het om hulp.',
  'code.sign_in': 'Jou Vigil-kode is {code}.',
  'code.export': 'Jou Vigil-kode om jou data af te laai is {code}.',
  'code.erase': 'Jou Vigil-kode om jou rekening UIT TE VEE is {code}.',
  'code.mobile_old': 'Jou Vigil-kode om jou selfoonnommer te VERANDER is {code}.',
  'code.mobile_new': 'Jou Vigil-kode om hierdie selfoonnommer te gebruik is {code}.',
  'code.rest': 'Dit werk 10 minute lank. Ons vra nooit daarvoor nie.',
  'told.alarm':
    'Vigil: {name} het om hulp geroep. Die beheerkamer het die alarm. Moenie nou bel of skryf nie: enige geluid kan gevaarlik wees. Sien wat gebeur:',
  'push.owned': 'Jou versoek is gesien',
  'push.dispatched': 'Hulp is op pad',
  'push.arrived': 'Hulp is hier',
  'push.stopped': 'Hulp kom dalk nie. Kyk asseblief nou.',
  'push.ended': 'Jou versoek is afgehandel',
  'push.message': 'Jy het ’n nuwe boodskap',
};
