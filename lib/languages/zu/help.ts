import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'Usengozini manje? Shaya ucingo. Awuyidingi i-Vigil kulokho.',
  'help.how': 'Indlela yokubiza usizo',
  'help.hold': 'Cindezela ubambe inkinobho ebomvu. Uma ungakwazi ukubamba, thepha “{button}”.',
  'help.countdown':
    'Kuqala ukubalwa kwemizuzwana. Ungenzi lutho bese usizo luyabizwa. Thepha u-Khansela uma bekuyiphutha.',
  'help.seen': 'Ubona uma i-alamu yakho isithunyelwe, nokuthi kwenzekani ngemva kwalokho.',
  'help.broken': 'Uma kungasebenzi',
  'help.offline':
    'Ayikho i-inthanethi: inkinobho igcina i-alamu yakho iyithumele uma ikwazi. Ungalindi. Shaya ucingo.',
  'help.noPlace':
    'Ayikho indawo: vumela indawo yaleli sayithi kuzilungiselelo zebhrawuza yakho. Gcina ikheli lakho kuphrofayela yakho.',
  'help.noCode': 'Ayikho i-SMS enekhodi: linda umzuzu owodwa, bese uthepha “{button}”.',
  'help.safe': 'Uma uphephile',
  'help.sayYes':
    'Vula i-alamu yakho bese uthepha “I am safe” (ngiphephile). Bhala izinombolo ezine zokugcina zenombolo yakho.',
  'help.mayCome': 'Usizo lusengafika, ukuze kuqinisekiswe.',
  'help.words': 'Okushiwo yikhasi',
  'help.sent': 'I-alamu ithunyelwe: igumbi lokulawula linayo i-alamu yakho.',
  'help.room': 'Igumbi lokulawula liyasiza: kukhona umuntu osebenza ngayo lapho.',
  'help.way': 'Usizo lusendleleni, Usizo selufikile, Usizo selumukile: lokho i-AURA ekubikayo ngosizo.',
  'help.ended': 'Lokhu sekuphelile: i-AURA iyivalile i-alamu.',
  'help.red': 'Okubomvu: kukhona okungahambi kahle. Shaya ucingo.',
};
