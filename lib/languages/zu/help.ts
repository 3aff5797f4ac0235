import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'Usengozini manje? Shaya ucingo. Awuyidingi i-Vigil kulokho.',
  'guide.how': 'Indlela yokubiza usizo',
  'guide.hold': 'Cindezela ubambe inkinobho ebomvu. Uma ungakwazi ukubamba, thepha “{button}”.',
  'guide.countdown':
    'Kuqala ukubalwa kwemizuzwana. Ungenzi lutho bese usizo luyabizwa. Thepha u-Khansela uma bekuyiphutha.',
  'guide.seen': 'Ubona uma i-alamu yakho isithunyelwe, nokuthi kwenzekani ngemva kwalokho.',
  'guide.broken': 'Uma kungasebenzi',
  'guide.offline':
    'Ayikho i-inthanethi: inkinobho igcina i-alamu yakho iyithumele uma ikwazi. Ungalindi. Shaya ucingo.',
  'guide.noPlace':
    'Ayikho indawo: vumela indawo yaleli sayithi kuzilungiselelo zebhrawuza yakho. Gcina ikheli lakho kuphrofayela yakho.',
  'guide.noCode': 'Ayikho i-SMS enekhodi: linda umzuzu owodwa, bese uthepha “{button}”.',
  'guide.safe': 'Uma uphephile',
  'guide.sayYes':
    'Vula i-alamu yakho bese uthepha “Ngiphephile”. Bhala izinombolo ezine zokugcina zenombolo yakho.',
  'guide.mayCome': 'Usizo lusengafika, ukuze kuqinisekiswe.',
  'guide.words': 'Okushiwo yikhasi',
  'guide.sent': 'I-alamu ithunyelwe: igumbi lokulawula linayo i-alamu yakho.',
  'guide.room': 'Igumbi lokulawula liyasiza: kukhona umuntu osebenza ngayo lapho.',
  'guide.way': 'Usizo lusendleleni, Usizo selufikile, Usizo selumukile: lokho i-AURA ekubikayo ngosizo.',
  'guide.ended': 'Lokhu sekuphelile: i-AURA iyivalile i-alamu.',
  'guide.red': 'Okubomvu: kukhona okungahambi kahle. Shaya ucingo.',
  'guide.questions': 'Imibuzo, futhi akukho ngozi?',
  'guide.support': 'Shayela abasizi: {number}',
};
