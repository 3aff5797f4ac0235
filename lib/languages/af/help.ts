import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'Nou in gevaar? Bel. Jy het nie Vigil daarvoor nodig nie.',
  'help.how': 'Hoe om hulp te roep',
  'help.hold': 'Druk en hou die rooi knoppie. As jy nie kan hou nie, tik “{button}”.',
  'help.countdown':
    '’n Aftelling begin. Doen niks nie en hulp word geroep. Tik Kanselleer as dit ’n fout was.',
  'help.seen': 'Jy sien wanneer jou alarm gestuur is, en wat daarna gebeur.',
  'help.broken': 'As dit nie werk nie',
  'help.offline':
    'Geen internet nie: die knoppie hou jou alarm en stuur dit wanneer dit kan. Moenie wag nie. Bel.',
  'help.noPlace':
    'Geen ligging nie: laat ligging vir hierdie webwerf toe in jou blaaier se instellings. Stoor jou adres op jou profiel.',
  'help.noCode': 'Geen SMS met ’n kode nie: wag een minuut, tik dan “{button}”.',
  'help.safe': 'As jy veilig is',
  'help.sayYes':
    'Maak jou alarm oop en tik “I am safe” (ek is veilig). Tik die laaste vier syfers van jou nommer in.',
  'help.mayCome': 'Hulp kan steeds kom, om seker te maak.',
  'help.words': 'Wat die bladsy sê',
  'help.sent': 'Alarm gestuur: die beheerkamer het jou alarm.',
  'help.room': 'Die beheerkamer is besig om te help: iemand daar werk daaraan.',
  'help.way': 'Hulp is op pad, Hulp is hier, Die hulp het vertrek: wat AURA oor die hulp berig.',
  'help.ended': 'Dit is verby: AURA het die alarm gesluit.',
  'help.red': 'Rooi: iets is verkeerd. Bel.',
};
