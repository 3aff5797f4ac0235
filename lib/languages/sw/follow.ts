import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Msaada kwa rafiki yako',
  'friend.lead': 'Mtu aliyekutumia kiungo hiki aliomba msaada. Unaona kinachotokea na alipo.',
  'friend.now': 'Kinachotokea sasa',
  'friend.safe': 'Mtu huyo anasema yuko salama. Msaada bado unaweza kuja.',
  'friend.notShown': 'Ukurasa huu hauonyeshi kinachotokea sasa.',
  'friend.cancelled': 'Tahadhari ilighairiwa.',
  'friend.sent': 'Tahadhari imetumwa',
  'friend.update': 'Habari za mwisho',
  'friend.place': 'Mahali pa mwisho',
  'friend.ends': 'Kiungo hiki kinaisha tahadhari inapoisha, mtu anapokisimamisha, au baada ya siku moja.',
  'friend.noPlace': 'Hatupajui.',
  'friend.coordinates': 'Viwianishi',
  'friend.accuracy': 'Usahihi',
  'friend.from': 'Mahali palipimwa',
  'friend.unknown': 'Haijulikani',
  'refusal.share_link.ended': 'Kiungo hiki kimeisha',
  'refusal.share_link.ended.detail':
    'Kimeisha, kimesimamishwa, au hakijakamilika. Mpigie simu mtu aliyekituma. Ikiwa unafikiri yuko hatarini, omba msaada mwenyewe.',
  'refusal.share_link.too_many': 'Nyingi mno kwa wakati mmoja',
  'refusal.share_link.too_many.detail':
    'Unaweza kutengeneza viungo kumi kwa tahadhari moja. Kiungo kimoja hufunguka mara mbili kwa sekunde. Subiri kidogo.',
};
