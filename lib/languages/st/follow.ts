import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Thuso bakeng sa motswalle wa hao',
  'follow.lead':
    'Motho ya o rometseng kgokahano ena o kopile thuso. O bona se etsahalang le moo a leng teng.',
  'follow.now': 'Se etsahalang hona jwale',
  'follow.safe': 'Motho o re o bolokehile. Thuso e ntse e ka tla.',
  'follow.notShown': 'Leqephe lena ha le bontshe se etsahalang hona jwale.',
  'follow.cancelled': 'Alamo e hlakotswe.',
  'follow.sent': 'Alamo e rometswe',
  'follow.update': 'Ditaba tsa moraorao',
  'follow.place': 'Sebaka sa ho qetela',
  'follow.ends':
    'Kgokahano ena e fela ha alamo e fedile, ha motho a e emisa, kapa ka mora letsatsi le le leng.',
  'follow.noPlace': 'Ha re se tsebe.',
  'follow.coordinates': 'Dikhoodinate',
  'follow.accuracy': 'Ho nepahala',
  'follow.from': 'Sebaka se methilwe',
  'follow.unknown': 'Ha se tsejwe',
  'refusal.share_link.ended': 'Kgokahano ena e fedile',
  'refusal.share_link.ended.detail':
    'E fedile, e emisitswe, kapa ha e a fella. Letsetsa motho ya e rometseng. Haeba o nahana hore o kotsing, bitsa thuso ka bowena.',
  'refusal.share_link.too_many': 'Tse ngata haholo ka nako e le nngwe',
  'refusal.share_link.too_many.detail':
    'O ka etsa dikgokahano tse leshome bakeng sa alamo e le nngwe. Kgokahano e le nngwe e buleha habedi ka motsotswana. Ema hanyane.',
};
