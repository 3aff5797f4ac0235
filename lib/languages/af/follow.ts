import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Hulp vir jou vriend',
  'friend.lead':
    'Die persoon wat hierdie skakel vir jou gestuur het, het hulp geroep. Jy sien wat gebeur en waar hulle is.',
  'friend.now': 'Wat nou gebeur',
  'friend.safe': 'Die persoon sê hulle is veilig. Hulp kan steeds kom.',
  'friend.notShown': 'Hierdie bladsy wys nie wat nou gebeur nie.',
  'friend.cancelled': 'Die alarm is gekanselleer.',
  'friend.sent': 'Alarm gestuur',
  'friend.update': 'Laaste nuus',
  'friend.place': 'Laaste ligging',
  'friend.ends':
    'Hierdie skakel eindig wanneer die alarm verby is, wanneer die persoon dit stop, of ná een dag.',
  'friend.noPlace': 'Ons weet dit nie.',
  'friend.coordinates': 'Koördinate',
  'friend.accuracy': 'Akkuraatheid',
  'friend.from': 'Ligging gemeet',
  'friend.unknown': 'Onbekend',
  'refusal.share_link.ended': 'Hierdie skakel het geëindig',
  'refusal.share_link.ended.detail':
    'Dit is verby, is gestop, of is nie volledig nie. Bel die persoon wat dit gestuur het. As jy dink hulle is in gevaar, roep self hulp.',
  'refusal.share_link.too_many': 'Te veel op een slag',
  'refusal.share_link.too_many.detail':
    'Jy kan tien skakels vir een alarm maak. Een skakel gaan twee keer per sekonde oop. Wag ’n oomblik.',
};
