import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Uncedo lomhlobo wakho',
  'follow.lead': 'Umntu okuthumele eli khonkco ucele uncedo. Ubona okwenzekayo nalapho akhoyo.',
  'follow.now': 'Okwenzekayo ngoku',
  'follow.safe': 'Umntu uthi ukhuselekile. Uncedo lusengeza.',
  'follow.notShown': 'Eli phepha alibonisi okwenzekayo ngoku.',
  'follow.cancelled': 'Ialam irhoxisiwe.',
  'follow.sent': 'Ialam ithunyelwe',
  'follow.update': 'Iindaba zamva',
  'follow.place': 'Indawo yokugqibela',
  'follow.ends': 'Eli khonkco liphela xa ialam iphelile, xa umntu eyimisa, okanye emva kosuku olunye.',
  'follow.noPlace': 'Asiyazi.',
  'follow.coordinates': 'Iikhowudineyithi',
  'follow.accuracy': 'Ukuchaneka',
  'follow.from': 'Indawo ilinganisiwe',
  'follow.unknown': 'Ayaziwa',
  'refusal.share_link.ended': 'Eli khonkco liphelile',
  'refusal.share_link.ended.detail':
    'Liphelile, limisiwe, okanye aliphelelanga. Tsalela umntu olithumeleyo. Ukuba ucinga ukuba usengozini, biza uncedo ngokwakho.',
  'refusal.share_link.too_many': 'Kuninzi kakhulu ngaxeshanye',
  'refusal.share_link.too_many.detail':
    'Ungenza amakhonkco alishumi ngealam enye. Ikhonkco elinye livuleka kabini ngomzuzwana. Linda kancinci.',
};
