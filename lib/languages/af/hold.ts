import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Druk en hou.',
  'hold.seconds': '{seconds} sekondes',
  'hold.howLong': 'Hou vir {length}.',
  'hold.holding': 'Hou aan druk…',
  'hold.tooSoon': 'Nie gestuur nie. Jy het te gou gelos. {howLong}',
  'hold.twoTaps': 'Tik twee keer.',
  'hold.tapAgain': 'Tik weer om hulp te roep.',
  'hold.notTwice': 'Nie gestuur nie. Jy het nie weer getik nie. Tik twee keer.',
  'hold.unlessCancelled': 'Hulp gaan geroep word. Tik Kanselleer om te stop.',
  'hold.sending': 'Stuur tans…',
  'hold.cancelling': 'Kanselleer tans…',
  'hold.nothingSent': 'Gekanselleer. Niks is gestuur nie.',
  'hold.nothingMore': 'Niks meer is gestuur nie.',
  'hold.cancelUnheard':
    'Ons kon nie die bediener bereik nie. Hulp is dalk op pad. Maak hierdie bladsy weer oop. Dan kan jy op “Ek is veilig” tik.',
  'hold.noAnswer': 'Nog geen antwoord nie. Moenie wag nie. Bel nou.',
  'hold.stillNeeded':
    'Jy het ’n ruk gelede gedruk. Ons weet nie of hulp geroep is nie. Het jy nou hulp nodig?',
} satisfies TextsOf<'hold'>;
