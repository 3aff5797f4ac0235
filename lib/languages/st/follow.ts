import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Thuso bakeng sa motswalle wa hao',
  'friend.lead':
    'Motho ya o rometseng kgokahano ena o kopile thuso. O bona se etsahalang le moo a leng teng.',
  'friend.now': 'Se etsahalang hona jwale',
  'friend.safe': 'Motho o re o bolokehile. Thuso e ntse e ka tla.',
  'friend.notShown': 'Leqephe lena ha le bontshe se etsahalang hona jwale.',
  'friend.cancelled': 'Alamo e hlakotswe.',
  'friend.sent': 'Alamo e rometswe',
  'friend.update': 'Ditaba tsa moraorao',
  'friend.place': 'Sebaka sa ho qetela',
  'friend.ends':
    'Kgokahano ena e fela ha alamo e fedile, ha motho a e emisa, kapa ka mora letsatsi le le leng.',
  'friend.noPlace': 'Ha re se tsebe.',
  'friend.coordinates': 'Dikhoodinate',
  'friend.accuracy': 'Ho nepahala',
  'friend.from': 'Sebaka se methilwe',
  'friend.unknown': 'Ha se tsejwe',
  'refusal.share_link.ended': 'Kgokahano ena e fedile',
  'refusal.share_link.ended.detail':
    'E fedile, e emisitswe, kapa ha e a fella. Letsetsa motho ya e rometseng. Haeba o nahana hore o kotsing, bitsa thuso ka bowena.',
  'refusal.share_link.too_many': 'Tse ngata haholo ka nako e le nngwe',
  'refusal.share_link.too_many.detail':
    'O ka etsa dikgokahano tse leshome bakeng sa alamo e le nngwe. Kgokahano e le nngwe e buleha habedi ka motsotswana. Ema hanyane.',
};
