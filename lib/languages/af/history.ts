import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Jou alarms',
  'history.lead': 'Wanneer jy om hulp gevra het, en hoe dit geëindig het.',
  'history.none': 'Nog geen alarms nie.',
  'history.open': 'Sien hierdie alarm',
  'history.older': 'Ouer',
  'history.newest': 'Nuutste',
  'history.all': 'Jou vorige alarms',
  'history.before.raised': 'Die alarm is gestuur.',
  'history.before.owned': 'Die beheerkamer het gehelp.',
  'history.before.dispatched': 'Hulp was op pad.',
  'history.before.arrived': 'Hulp het gekom.',
  'history.before.completed': 'Hulp het gekom en weer gegaan.',
  'history.before.cancelled': 'Die alarm is gekanselleer.',
  'terms.new': 'Die bepalings het verander. Lees dit wanneer jy veilig is.',
  'history.safe': 'Jy het gesê dat jy veilig is.',
  'history.pressed': 'Jy het die knoppie gedruk.',
  'history.not.recorded': 'Hierdie alarm is nog nie gestuur nie.',
  'history.not.rejected': 'AURA het hierdie alarm nie aanvaar nie.',
  'history.not.expired': 'Hierdie alarm kon nie betyds gestuur word nie.',
  'history.not.withdrawn': 'Jy het gekanselleer voordat dit gestuur is.',
};
