import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: ifoni noma ikhompyutha ingene ngegama lakho. Uma kungewena, vula i-Vigil, thepha Iphrofayela, uyicime.',
  'text.contact':
    'Vigil: umuntu wakho othenjwayo ushintshiwe. Uma kungewena, vula i-Vigil bese uthepha Iphrofayela.',
  'text.address':
    'Vigil: ikheli lakho eligciniwe lishintshiwe. Uma kungewena, vula i-Vigil bese uthepha Iphrofayela.',
  'text.export':
    'Vigil: imininingwane yakho ilandiwe. Uma kungewena, vula i-Vigil, thepha Iphrofayela, ubheke amadivayisi akho.',
  'text.erase': 'Vigil: i-akhawunti yakho isuliwe. Inkinobho ayisabizi usizo. Uma kungewena, bhalisa futhi.',
  'text.latin':
    'Vigil: i-AURA ayilamukelanga igama lakho njengoba ulibhala. I-AURA inalo ngezinhlamvu ezisuka ku-A ziye ku-Z.',
  'text.mobile':
    'Vigil: inombolo yakho yeselula ishintshelwe kwenye. Uma kungewena, cela usizo kubantu abakunike i-Vigil.',
  'code.sign_in': 'Ikhodi yakho ye-Vigil ithi {code}.',
  'code.export': 'Ikhodi yakho ye-Vigil yokulanda imininingwane yakho ithi {code}.',
  'code.erase': 'Ikhodi yakho ye-Vigil YOKUSULA i-akhawunti yakho ithi {code}.',
  'code.mobile_old': 'Ikhodi yakho ye-Vigil YOKUSHINTSHA inombolo yakho yeselula ithi {code}.',
  'code.mobile_new': 'Ikhodi yakho ye-Vigil yokusebenzisa le nombolo yeselula ithi {code}.',
  'code.rest': 'Isebenza imizuzu engu-10. Asisoze sayicela.',
  'told.alarm':
    'Vigil: {name} ucele usizo. Igumbi lokulawula linayo i-alamu. Ungafoni futhi ungabhali manje: umsindo ungaba yingozi. Bona okwenzekayo:',
  'push.owned': 'Isicelo sakho sibonwe',
  'push.dispatched': 'Usizo lusendleleni',
  'push.arrived': 'Usizo selufikile',
  'push.stopped': 'Usizo lungase lungafiki. Sicela ubheke manje.',
  'push.ended': 'Isicelo sakho sesiphelile',
  'push.message': 'Unomlayezo omusha',
};
