import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Lees asseblief ons bepalings',
  'terms.changed':
    'Jy het nie die {terms} aanvaar soos hulle nou is nie. Lees ook {privacy}. Jou knoppie werk ook as jy dit nie doen nie.',
  'terms.link': 'bepalings',
  'terms.kept': 'wat ons oor jou hou',
  'terms.accept': 'Ek aanvaar',
  'mobile.form': 'Verander jou selfoonnommer',
  'mobile.new': 'Nuwe selfoonnommer',
  'mobile.how': 'Ons SMS eers ’n kode na jou ou nommer, dan na die nuwe een.',
  'mobile.change': 'Verander selfoonnommer',
  'mobile.lost': 'As jy nie meer die ou nommer het nie, vra die mense wat Vigil vir jou gegee het.',
  'mobile.codeOld': 'Eers die kode van jou ou nommer.',
  'mobile.codeNew': 'Nou die kode van jou nuwe nommer.',
  'mobile.stop': 'Hou op',
  'mobile.done':
    'Jou selfoonnommer is verander. Jy meld met die nuwe een aan. Sy laaste vier syfers is jou veilige kode.',
  'device.list': 'Toestelle',
  'device.isOff': 'Dit is afgeskakel. Dit kan nie meer hulp roep nie.',
  'device.this': 'Hierdie toestel',
  'device.switchOff': 'Skakel af',
  'device.ask': 'Skakel hierdie toestel af?',
  'device.stops': '{name}: die knoppie daarop hou op werk, totdat jy weer daar aanmeld.',
  'device.yes': 'Ja, skakel dit af',
  'others.areOff': 'Afgeskakel op ander toestelle. Hierdie toestel hou sy knoppie.',
  'others.switchOff': 'Skakel my knoppie op ander toestelle af',
  'others.ask': 'Skakel jou knoppie op ander toestelle af?',
  'others.stops':
    'Die knoppie hou op werk op jou ander fone en rekenaars, totdat jy weer daar aanmeld. Doen dit as ’n toestel weg is.',
  'data.ready': 'Jou lêer is gereed. Die skakel werk vir tien minute.',
  'data.save': 'Stoor die lêer',
  'data.safe': 'Hou dit veilig: dit sê waar jy was. Vee dit uit op ’n foon wat ander ook gebruik.',
  'data.download': 'Laai my data af',
  'data.downloadText':
    'Jy kry ’n lêer met wat Vigil oor jou hou. Hiervoor stuur ons vir jou ’n kode per SMS.',
  'data.delete': 'Vee my rekening uit',
  'data.deleteText':
    'Jou knoppie hou op werk op al jou toestelle, en hulp kom nie meer wanneer jy druk nie. Vigil vee uit wat dit oor jou hou. Jy kan dit nie terugvat nie.',
  'data.deleteAtAura':
    'Vigil sê vir AURA om jou ook uit te vee. AURA merk jou as uitgevee; ons weet nie wat AURA hou nie. Terwyl ’n alarm nie verby is nie, kan jy nie jou rekening uitvee nie.',
  'data.deleteNow': 'Wanneer jy die kode bevestig, word jou rekening dadelik uitgevee.',
  'signOut.button': 'Meld af',
  'signOut.ask': 'Meld af?',
  'signOut.text':
    'Hierna roep die knoppie op hierdie toestel nie hulp nie. Om dit weer te gebruik, meld aan met ’n kode per SMS.',
  'signOut.yes': 'Ja, meld af',
};
