import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Hulp vir jou vriend',
  'follow.lead':
    'Die persoon wat hierdie skakel vir jou gestuur het, het hulp geroep. Jy sien wat gebeur en waar hulle is.',
  'follow.now': 'Wat nou gebeur',
  'follow.safe': 'Die persoon sê hulle is veilig. Hulp kan steeds kom.',
  'follow.notShown': 'Hierdie bladsy wys nie wat nou gebeur nie.',
  'follow.cancelled': 'Die alarm is gekanselleer.',
  'follow.sent': 'Alarm gestuur',
  'follow.update': 'Laaste nuus',
  'follow.place': 'Laaste ligging',
  'follow.ends':
    'Hierdie skakel eindig wanneer die alarm verby is, wanneer die persoon dit stop, of ná een dag.',
  'follow.noPlace': 'Ons weet dit nie.',
  'follow.coordinates': 'Koördinate',
  'follow.accuracy': 'Akkuraatheid',
  'follow.from': 'Ligging gemeet',
  'follow.unknown': 'Onbekend',
  'refusal.share_link.ended': 'Hierdie skakel het geëindig',
  'refusal.share_link.ended.detail':
    'Dit is verby, is gestop, of is nie volledig nie. Bel die persoon wat dit gestuur het. As jy dink hulle is in gevaar, roep self hulp.',
  'refusal.share_link.too_many': 'Te veel op een slag',
  'refusal.share_link.too_many.detail':
    'Jy kan tien skakels vir een alarm maak. Een skakel gaan twee keer per sekonde oop. Wag ’n oomblik.',
};
