import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Ama-alamu akho',
  'history.lead': 'Ukuthi ucele nini usizo, nokuthi kwaphela kanjani.',
  'history.none': 'Awekho ama-alamu okwamanje.',
  'history.open': 'Bona le alamu',
  'history.older': 'Okudala',
  'history.newest': 'Okusha',
  'history.all': 'Ama-alamu akho adlule',
  'history.before.raised': 'I-alamu yathunyelwa.',
  'history.before.owned': 'Igumbi lokulawula lalisiza.',
  'history.before.dispatched': 'Usizo lwalusendleleni.',
  'history.before.arrived': 'Usizo lwafika.',
  'history.before.completed': 'Usizo lwafika, lwabe seluhamba.',
  'history.before.cancelled': 'I-alamu yakhanselwa.',
  'terms.new': 'Imigomo ishintshile. Yifunde uma usuphephile.',
  'history.safe': 'Wathi uphephile.',
  'history.pressed': 'Ucindezele inkinobho.',
  'history.not.recorded': 'Le alamu ayikathunyelwa.',
  'history.not.rejected': 'I-AURA ayiyamukelanga le alamu.',
  'history.not.expired': 'Le alamu ayikwazanga ukuthunyelwa ngesikhathi.',
  'history.not.withdrawn': 'Ukhansele ngaphambi kokuthi ithunyelwe.',
};
