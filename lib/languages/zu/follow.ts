import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Usizo lomngane wakho',
  'friend.lead': 'Umuntu okuthumelele leli linki ucele usizo. Ubona okwenzekayo nokuthi ukuphi.',
  'friend.now': 'Okwenzekayo manje',
  'friend.safe': 'Umuntu uthi uphephile. Usizo lusengafika.',
  'friend.notShown': 'Leli khasi alikhombisi okwenzekayo manje.',
  'friend.cancelled': 'I-alamu ikhanseliwe.',
  'friend.sent': 'I-alamu ithunyelwe',
  'friend.update': 'Izindaba zakamuva',
  'friend.place': 'Indawo yokugcina',
  'friend.ends':
    'Leli linki liphela uma i-alamu isiphelile, uma umuntu elimisa, noma ngemva kosuku olulodwa.',
  'friend.noPlace': 'Asiyazi.',
  'friend.coordinates': 'Amakhodinethi',
  'friend.accuracy': 'Ukunemba',
  'friend.from': 'Indawo ilinganiswe',
  'friend.unknown': 'Akwaziwa',
  'refusal.share_link.ended': 'Leli linki seliphelile',
  'refusal.share_link.ended.detail':
    'Seliphelile, limisiwe, noma aliphelele. Shayela umuntu olithumele. Uma ucabanga ukuthi usengozini, biza usizo wena.',
  'refusal.share_link.too_many': 'Kuningi kakhulu ngesikhathi esisodwa',
  'refusal.share_link.too_many.detail':
    'Ungenza amalinki ayishumi nge-alamu eyodwa. Ilinki eyodwa ivuleka kabili ngomzuzwana. Linda kancane.',
};
