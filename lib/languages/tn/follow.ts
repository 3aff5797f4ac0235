import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Thuso ya tsala ya gago',
  'follow.lead':
    'Motho yo o go rometseng kgolagano e o kopile thuso. O bona se se diragalang le kwa a leng teng.',
  'follow.now': 'Se se diragalang jaanong',
  'follow.safe': 'Motho a re o babalesegile. Thuso e santse e ka tla.',
  'follow.notShown': 'Tsebe e ga e bontshe se se diragalang jaanong.',
  'follow.cancelled': 'Alamo e khansetswe.',
  'follow.sent': 'Alamo e rometswe',
  'follow.update': 'Dikgang tsa bofelo',
  'follow.place': 'Lefelo la bofelo',
  'follow.ends':
    'Kgolagano e e fela fa alamo e fedile, fa motho a e emisa, kgotsa morago ga letsatsi le le lengwe.',
  'follow.noPlace': 'Ga re le itse.',
  'follow.coordinates': 'Dikhoodinate',
  'follow.accuracy': 'Go nepa',
  'follow.from': 'Lefelo le metilwe',
  'follow.unknown': 'Ga le itsiwe',
  'refusal.share_link.ended': 'Kgolagano e e fedile',
  'refusal.share_link.ended.detail':
    'E fedile, e emisitswe, kgotsa ga e a felela. Leletsa motho yo o e rometseng. Fa o akanya gore o mo kotsing, bitsa thuso ka bowena.',
  'refusal.share_link.too_many': 'Tse dintsi thata ka nako e le nngwe',
  'refusal.share_link.too_many.detail':
    'O ka dira dikgolagano di le lesome mo alamong e le nngwe. Kgolagano e le nngwe e bulega gabedi ka motsotswana. Leta go le gonnye.',
};
