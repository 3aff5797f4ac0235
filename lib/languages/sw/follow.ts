import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Msaada kwa rafiki yako',
  'follow.lead': 'Mtu aliyekutumia kiungo hiki aliomba msaada. Unaona kinachotokea na alipo.',
  'follow.now': 'Kinachotokea sasa',
  'follow.safe': 'Mtu huyo anasema yuko salama. Msaada bado unaweza kuja.',
  'follow.notShown': 'Ukurasa huu hauonyeshi kinachotokea sasa.',
  'follow.cancelled': 'Tahadhari ilighairiwa.',
  'follow.sent': 'Tahadhari imetumwa',
  'follow.update': 'Habari za mwisho',
  'follow.place': 'Mahali pa mwisho',
  'follow.ends': 'Kiungo hiki kinaisha tahadhari inapoisha, mtu anapokisimamisha, au baada ya siku moja.',
  'follow.noPlace': 'Hatupajui.',
  'follow.coordinates': 'Viwianishi',
  'follow.accuracy': 'Usahihi',
  'follow.from': 'Mahali palipimwa',
  'follow.unknown': 'Haijulikani',
  'refusal.share_link.ended': 'Kiungo hiki kimeisha',
  'refusal.share_link.ended.detail':
    'Kimeisha, kimesimamishwa, au hakijakamilika. Mpigie simu mtu aliyekituma. Ikiwa unafikiri yuko hatarini, omba msaada mwenyewe.',
  'refusal.share_link.too_many': 'Nyingi mno kwa wakati mmoja',
  'refusal.share_link.too_many.detail':
    'Unaweza kutengeneza viungo kumi kwa tahadhari moja. Kiungo kimoja hufunguka mara mbili kwa sekunde. Subiri kidogo.',
};
