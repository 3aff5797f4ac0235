import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Uncedo lomhlobo wakho',
  'friend.lead': 'Umntu okuthumele eli khonkco ucele uncedo. Ubona okwenzekayo nalapho akhoyo.',
  'friend.now': 'Okwenzekayo ngoku',
  'friend.safe': 'Umntu uthi ukhuselekile. Uncedo lusengeza.',
  'friend.notShown': 'Eli phepha alibonisi okwenzekayo ngoku.',
  'friend.cancelled': 'Ialam irhoxisiwe.',
  'friend.sent': 'Ialam ithunyelwe',
  'friend.update': 'Iindaba zamva',
  'friend.place': 'Indawo yokugqibela',
  'friend.ends': 'Eli khonkco liphela xa ialam iphelile, xa umntu eyimisa, okanye emva kosuku olunye.',
  'friend.noPlace': 'Asiyazi.',
  'friend.coordinates': 'Iikhowudineyithi',
  'friend.accuracy': 'Ukuchaneka',
  'friend.from': 'Indawo ilinganisiwe',
  'friend.unknown': 'Ayaziwa',
  'refusal.share_link.ended': 'Eli khonkco liphelile',
  'refusal.share_link.ended.detail':
    'Liphelile, limisiwe, okanye aliphelelanga. Tsalela umntu olithumeleyo. Ukuba ucinga ukuba usengozini, biza uncedo ngokwakho.',
  'refusal.share_link.too_many': 'Kuninzi kakhulu ngaxeshanye',
  'refusal.share_link.too_many.detail':
    'Ungenza amakhonkco alishumi ngealam enye. Ikhonkco elinye livuleka kabini ngomzuzwana. Linda kancinci.',
};
