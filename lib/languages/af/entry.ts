import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Meld aan',
  'entry.register': 'Registreer',
  'entry.foot':
    'Vigil stuur jou alarm na AURA. AURA stuur sekuriteits- en mediese reaksiespanne. As Vigil nie werk nie, bel 112.',
  'entry.broken': 'Niks wat jy getik het, is gestuur nie. As jy nou hulp nodig het, bel:',
  'start.title': 'Roep hulp van enige blaaier af.',
  'start.lead':
    'Een knoppie vir AURA se sekuriteits- en mediese hulp. Niks om te installeer nie. Dit werk op jou foon en op enige rekenaar.',
  'start.steps': 'Wat gebeur wanneer jy druk',
  'start.hold': 'Hou die knoppie',
  'start.holdText': 'Druk en hou, met ’n vinger, ’n muis of die sleutelbord. Vigil vind jou ligging.',
  'start.cancel': 'Drie sekondes om te kanselleer',
  'start.cancelText': 'Was dit ’n fout? Tik Kanselleer. Of tik Stuur nou.',
  'start.watch': 'Sien hoe hulp kom',
  'start.watchText':
    'AURA kry jou alarm en stuur sekuriteits- of mediese reaksiespanne. Jy sien elke stap, en wanneer dit was.',
  'start.promise':
    'Vigil sê jou alarm is gestuur eers wanneer AURA dit bevestig het. Tot dan sien jy die nommers om te bel.',
  'signIn.lead': 'Met jou selfoonnommer, op enige foon of rekenaar.',
  'signIn.notYet': 'Nog nie geregistreer nie?',
  'signIn.mobile': 'Selfoonnommer',
  'signIn.hint': 'Die nommer waarmee jy geregistreer het. Ons sal vir jou ’n kode SMS.',
  'signIn.send': 'Stuur kode',
  'signIn.another': 'Gebruik ’n ander nommer',
  'signIn.sent': 'Ons het ’n SMS met ses syfers gestuur na {mobile}.',
  'signIn.code': 'Kode',
  'signIn.codeHint': 'Die kode werk vir tien minute.',
  'signIn.confirm': 'Bevestig',
  'signIn.surname': 'Van',
  'signIn.newCode': 'Stuur ’n nuwe kode',
  'field.mobileMissing': 'Tik jou selfoonnommer in',
  'field.mobileLong': 'Dit is te lank vir ’n selfoonnommer',
  'field.mobileWrong': 'Dit is nie ’n selfoonnommer nie. Skryf dit soos 082 123 4567 of +27 82 123 4567',
  'field.mobileCountry': 'Ons stuur nie kodes na nommers van hierdie land nie',
  'field.codeMissing': 'Tik die kode uit die boodskap in',
  'field.codeWrong': 'Die kode het 6 syfers',
  'field.surnameMissing': 'Tik jou van in',
  'field.surnameLong': 'Jou van kan hoogstens 80 karakters hê',
  'field.surnameLetters': 'Gebruik net letters in jou van, want reaksiespanne sal dit lees',
  'refusal.code.wrong': 'Daardie kode is nie reg nie',
  'refusal.code.wrong.detail': 'Kyk na die SMS en tik die ses syfers weer in.',
  'refusal.code.expired': 'Daardie kode is nie meer geldig nie',
  'refusal.code.expired.detail': '’n Kode werk vir tien minute en vyf pogings. Vra vir ’n nuwe een.',
  'refusal.code.too_soon': 'Wag voor die volgende kode',
  'refusal.code.too_soon.detail':
    'Ons het kodes na hierdie nommer gestuur. Gebruik die laaste een, of probeer oor ’n paar minute weer.',
  'refusal.code.limit_number': 'Te veel kodes vir hierdie nommer',
  'refusal.code.limit_number.detail': 'Jy kan vyf kodes in een uur kry. Gebruik die laaste een, of wag.',
  'refusal.code.limit_day': 'Te veel kodes vir hierdie nommer vandag',
  'refusal.code.limit_day.detail':
    'Jy kan tien kodes in een dag kry. Gebruik die laaste een, of probeer môre weer.',
  'refusal.code.limit_address': 'Te veel kodes van hierdie verbinding',
  'refusal.code.limit_address.detail':
    'Ons stuur twintig kodes in een uur na een internetverbinding. Wag, en probeer dan weer.',
  'refusal.code.not_sent': 'Ons kon nie die kode stuur nie',
  'refusal.code.not_sent.detail':
    'Die SMS-diens het dit nie aanvaar nie. Niks is gestoor nie. Probeer netnou weer.',
  'refusal.sign_in.no_account': 'Nog geen rekening vir hierdie nommer nie',
  'refusal.sign_in.no_account.detail':
    'Die kode was reg, maar hierdie nommer is nie geregistreer nie. Registreer om beskerm te wees.',
  'refusal.sign_in.surname_needed': 'Tik ook jou van in',
  'refusal.sign_in.surname_needed.detail':
    'Niemand het lankal met hierdie nommer aangemeld nie. Ons vra die van waarmee jy geregistreer het.',
  'refusal.sign_in.surname_wrong': 'Daardie van is nie reg nie',
  'refusal.sign_in.surname_wrong.detail':
    'Tik dit soos jy geregistreer het. As jy net een naam geregistreer het, tik daardie naam.',
  'refusal.sign_in.surname_limit': 'Te veel verkeerde vanne',
  'refusal.sign_in.surname_limit.detail':
    'Jy kan môre weer probeer. Fone en rekenaars wat aangemeld is, werk steeds.',
} satisfies TextsOf<'entry'>;
