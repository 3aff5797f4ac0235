import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Thuso ya tsala ya gago',
  'friend.lead':
    'Motho yo o go rometseng kgolagano e o kopile thuso. O bona se se diragalang le kwa a leng teng.',
  'friend.now': 'Se se diragalang jaanong',
  'friend.safe': 'Motho a re o babalesegile. Thuso e santse e ka tla.',
  'friend.notShown': 'Tsebe e ga e bontshe se se diragalang jaanong.',
  'friend.cancelled': 'Alamo e khansetswe.',
  'friend.sent': 'Alamo e rometswe',
  'friend.update': 'Dikgang tsa bofelo',
  'friend.place': 'Lefelo la bofelo',
  'friend.ends':
    'Kgolagano e e fela fa alamo e fedile, fa motho a e emisa, kgotsa morago ga letsatsi le le lengwe.',
  'friend.noPlace': 'Ga re le itse.',
  'friend.coordinates': 'Dikhoodinate',
  'friend.accuracy': 'Go nepa',
  'friend.from': 'Lefelo le metilwe',
  'friend.unknown': 'Ga le itsiwe',
  'refusal.share_link.ended': 'Kgolagano e e fedile',
  'refusal.share_link.ended.detail':
    'E fedile, e emisitswe, kgotsa ga e a felela. Leletsa motho yo o e rometseng. Fa o akanya gore o mo kotsing, bitsa thuso ka bowena.',
  'refusal.share_link.too_many': 'Tse dintsi thata ka nako e le nngwe',
  'refusal.share_link.too_many.detail':
    'O ka dira dikgolagano di le lesome mo alamong e le nngwe. Kgolagano e le nngwe e bulega gabedi ka motsotswana. Leta go le gonnye.',
};
