import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: ifowuni okanye ikhompyutha ingene ngegama lakho. Ukuba ayinguwe, vula i-Vigil, cofa Iprofayile, uyicime.',
  'text.contact':
    'Vigil: umntu wakho omthembileyo utshintshiwe. Ukuba ayinguwe, vula i-Vigil uze ucofe Iprofayile.',
  'text.address':
    'Vigil: idilesi yakho egciniweyo itshintshiwe. Ukuba ayinguwe, vula i-Vigil uze ucofe Iprofayile.',
  'text.export':
    'Vigil: iinkcukacha zakho zikhutshelwe. Ukuba ayinguwe, vula i-Vigil, cofa Iprofayile, ujonge izixhobo zakho.',
  'text.erase':
    'Vigil: iakhawunti yakho icinyiwe. Iqhosha alisabizi uncedo. Ukuba ayinguwe, bhalisa kwakhona.',
  'text.latin':
    'Vigil: i-AURA ayilamkelanga igama lakho njengoko ulibhala. I-AURA inalo ngoonobumba abasuka ku-A ukuya ku-Z.',
  'text.mobile':
    'Vigil: inombolo yakho yeselula itshintshelwe kwenye. Ukuba ayinguwe, cela uncedo kubantu abakunike i-Vigil.',
  'code.sign_in': 'Ikhowudi yakho ye-Vigil ngu-{code}.',
  'code.export': 'Ikhowudi yakho ye-Vigil yokukhuphela iinkcukacha zakho ngu-{code}.',
  'code.erase': 'Ikhowudi yakho ye-Vigil YOKUCIMA iakhawunti yakho ngu-{code}.',
  'code.mobile_old': 'Ikhowudi yakho ye-Vigil YOKUTSHINTSHA inombolo yakho yeselula ngu-{code}.',
  'code.mobile_new': 'Ikhowudi yakho ye-Vigil yokusebenzisa le nombolo yeselula ngu-{code}.',
  'code.rest': 'Isebenza imizuzu eyi-10. Asisoze siyicele.',
  'told.alarm':
    'Vigil: {name} ucele uncedo. Igumbi lolawulo linayo ialam. Musa ukufowuna okanye ukubhala ngoku: isandi singaba yingozi. Bona okwenzekayo:',
  'push.owned': 'Isicelo sakho sibonwe',
  'push.dispatched': 'Uncedo lusendleleni',
  'push.arrived': 'Uncedo lufikile',
  'push.stopped': 'Uncedo lusenokungafiki. Nceda ujonge ngoku.',
  'push.ended': 'Isicelo sakho siphelile',
  'push.message': 'Unomyalezo omtsha',
};
