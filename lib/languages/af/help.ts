import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'Nou in gevaar? Bel. Jy het nie Vigil daarvoor nodig nie.',
  'guide.how': 'Hoe om hulp te roep',
  'guide.hold': 'Druk en hou die rooi knoppie. As jy nie kan hou nie, tik “{button}”.',
  'guide.countdown':
    '’n Aftelling begin. Doen niks nie en hulp word geroep. Tik Kanselleer as dit ’n fout was.',
  'guide.seen': 'Jy sien wanneer jou alarm gestuur is, en wat daarna gebeur.',
  'guide.broken': 'As dit nie werk nie',
  'guide.offline':
    'Geen internet nie: die knoppie hou jou alarm en stuur dit wanneer dit kan. Moenie wag nie. Bel.',
  'guide.noPlace':
    'Geen ligging nie: laat ligging vir hierdie webwerf toe in jou blaaier se instellings. Stoor jou adres op jou profiel.',
  'guide.noCode': 'Geen SMS met ’n kode nie: wag een minuut, tik dan “{button}”.',
  'guide.safe': 'As jy veilig is',
  'guide.sayYes': 'Maak jou alarm oop en tik “Ek is veilig”. Tik die laaste vier syfers van jou nommer in.',
  'guide.mayCome': 'Hulp kan steeds kom, om seker te maak.',
  'guide.words': 'Wat die bladsy sê',
  'guide.sent': 'Alarm gestuur: die beheerkamer het jou alarm.',
  'guide.room': 'Die beheerkamer is besig om te help: iemand daar werk daaraan.',
  'guide.way': 'Hulp is op pad, Hulp is hier, Die hulp het vertrek: wat AURA oor die hulp berig.',
  'guide.ended': 'Dit is verby: AURA het die alarm gesluit.',
  'guide.red': 'Rooi: iets is verkeerd. Bel.',
  'guide.questions': 'Vrae, en geen gevaar nie?',
  'guide.support': 'Bel ondersteuning: {number}',
};
