import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Iialam zakho',
  'history.lead': 'Ukuba ucele nini uncedo, nokuba kwaphela njani.',
  'history.none': 'Azikho iialam okwangoku.',
  'history.open': 'Jonga le alam',
  'history.older': 'Ezindala',
  'history.newest': 'Ezintsha',
  'history.all': 'Iialam zakho ezidlulileyo',
  'history.before.raised': 'Ialam yathunyelwa.',
  'history.before.owned': 'Igumbi lolawulo belinceda.',
  'history.before.dispatched': 'Uncedo belusendleleni.',
  'history.before.arrived': 'Uncedo lwafika.',
  'history.before.completed': 'Uncedo lwafika, lwaza lwahamba.',
  'history.before.cancelled': 'Ialam yarhoxiswa.',
  'terms.new': 'Imiqathango itshintshile. Yifunde xa ukhuselekile.',
  'history.safe': 'Uthe ukhuselekile.',
  'history.pressed': 'Ucofe iqhosha.',
  'history.not.recorded': 'Le alam ayikathunyelwa.',
  'history.not.rejected': 'I-AURA ayiyamkelanga le alam.',
  'history.not.expired': 'Le alam ayikwazanga ukuthunyelwa ngexesha.',
  'history.not.withdrawn': 'Urhoxise phambi kokuba ithunyelwe.',
};
