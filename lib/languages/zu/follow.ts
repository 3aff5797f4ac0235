import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Usizo lomngane wakho',
  'follow.lead': 'Umuntu okuthumelele leli linki ucele usizo. Ubona okwenzekayo nokuthi ukuphi.',
  'follow.now': 'Okwenzekayo manje',
  'follow.safe': 'Umuntu uthi uphephile. Usizo lusengafika.',
  'follow.notShown': 'Leli khasi alikhombisi okwenzekayo manje.',
  'follow.cancelled': 'I-alamu ikhanseliwe.',
  'follow.sent': 'I-alamu ithunyelwe',
  'follow.update': 'Izindaba zakamuva',
  'follow.place': 'Indawo yokugcina',
  'follow.ends':
    'Leli linki liphela uma i-alamu isiphelile, uma umuntu elimisa, noma ngemva kosuku olulodwa.',
  'follow.noPlace': 'Asiyazi.',
  'follow.coordinates': 'Amakhodinethi',
  'follow.accuracy': 'Ukunemba',
  'follow.from': 'Indawo ilinganiswe',
  'follow.unknown': 'Akwaziwa',
  'refusal.share_link.ended': 'Leli linki seliphelile',
  'refusal.share_link.ended.detail':
    'Seliphelile, limisiwe, noma aliphelele. Shayela umuntu olithumele. Uma ucabanga ukuthi usengozini, biza usizo wena.',
  'refusal.share_link.too_many': 'Kuningi kakhulu ngesikhathi esisodwa',
  'refusal.share_link.too_many.detail':
    'Ungenza amalinki ayishumi nge-alamu eyodwa. Ilinki eyodwa ivuleka kabili ngomzuzwana. Linda kancane.',
};
