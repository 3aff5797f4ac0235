import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Akutholakalanga',
  'missing.page': 'Alikho ikhasi lapha',
  'missing.pageText': 'Ikheli lingase libe nephutha, noma awukwazi ukubona leli khasi.',
  'missing.wrong': 'Ikheli lingase libe nephutha.',
  'missing.start': 'Iya ekuqaleni',
  'missing.nothing': 'Akukho lutho lapha',
  'missing.nothingText': 'Ikheli lingase libe nephutha, noma ikhasi akulona elakho.',
  'missing.ifYours': 'Uma kungelakho, {signIn} bese ulivula futhi.',
  'missing.signIn': 'ngena',
  'deleted.title': 'I-akhawunti isuliwe',
  'deleted.done': 'I-akhawunti isuliwe',
  'deleted.going': 'I-akhawunti iyasulwa',
  'deleted.lead': 'Inkinobho yale akhawunti ayisabizi usizo. Ukuze usebenzise i-Vigil futhi, bhalisa futhi.',
  'deleted.here':
    'I-Vigil isule igama, inombolo, amakheli, izindawo nemilayezo. Ama-alamu amadala ahlala njengezinombolo ezingenagama noma indawo.',
  'deleted.notYetHere':
    'I-Vigil isasula. Uma i-alamu ingakapheli, i-Vigil ilinda ize iphele. Akudingeki wenze lutho.',
  'deleted.atAura':
    'I-AURA imake ikhasimende njengelisuliwe. Asazi ukuthi i-AURA igcinani. Buza i-AURA ngalokho.',
  'deleted.notYetAtAura':
    'I-AURA ayikakuqinisekisi. I-Vigil iyabuza futhi ngokwayo. Gcina ikheli laleli khasi ukuze ubheke kamuva.',
  'refusal.erasure.not_found': 'Alikho ikhasi elinjalo',
  'refusal.erasure.not_found.detail': 'I-Vigil ayazi i-akhawunti esuliwe enaleli kheli.',
  'signup.title': 'Ukujoyina kwakho',
  'signup.registered': 'Usubhalisile',
  'signup.registeredLead': 'Isinyathelo esisodwa esisele: ngena. Bese uba nenkinobho.',
  'signup.account': 'I-AURA inayo i-akhawunti yakho.',
  'signup.uncovered': 'Awukavikeleki',
  'signup.uncoveredText':
    'I-AURA ayinabo ubulungu obusebenzayo bakho, ngakho usizo ngeke lufike. Cela umuntu okuthumele ilinki ukuthi abuqale.',
  'signup.signIn': 'Ngena ngo-{mobile}. Sizokuthumelela ikhodi nge-SMS.',
  'signup.held': 'Awukakwazi ukungena',
  'signup.heldHere': 'I-AURA inayo i-akhawunti yakho, kodwa asikwazanga ukuyivula lapha',
  'signup.held.mobile_taken':
    'Le nombolo yeselula isivele ine-akhawunti lapha. Uma kungeyakho, ngena. Uma kungenjalo, buza umuntu okuthumele ilinki.',
  'signup.held.unreadable':
    'I-AURA ayinayo inombolo yakho yeselula engathola i-SMS. Buza umuntu okuthumele ilinki.',
  'signup.held.deleted': 'Le akhawunti isuliwe. Cela entsha kumuntu oyithumele.',
  'signup.held.other_reference':
    'Impendulo ye-AURA ayihambisani naleli kheli. Buza umuntu okuthumele ilinki.',
  'signup.nobody': 'I-AURA ayinayo i-akhawunti yakho ngale linki.',
  'signup.nobodyYet': 'I-AURA ayikabi nayo i-akhawunti yakho ngale linki.',
  'signup.saidFailed': 'Ikhasi le-AURA lithi kuhlulekile.',
  'signup.saidPayment': 'Ikhasi le-AURA lithi kuhlulekile: inkokhelo ayiphumelelanga.',
  'signup.saidCode': 'Ikhasi le-AURA lithi kuhlulekile ({code}).',
  'signup.saidCancelled': 'Ikhasi le-AURA lithi ukumisile. Awubhaliswanga.',
  'signup.openAgain': 'Vula ilinki oyithunyelelwe ukuze uzame futhi, noma ucele entsha.',
  'signup.wait': 'Uma usuqedile ekhasini le-AURA, kungathatha isikhashana. Leli khasi liyahlola futhi.',
  'signup.title.completed': 'Akukaqinisekiswa',
  'signup.title.failed': 'Ukujoyina akuphumelelanga',
  'signup.title.cancelled': 'Ukujoyina kukhanseliwe',
  'signup.check': 'Hlola futhi',
  'refusal.signup.not_found': 'Asikwazi lokhu kujoyina',
  'refusal.signup.not_found.detail':
    'Hlola ukuthi ikheli liphelele, noma ucele entsha kumuntu okuthumele ilinki.',
  'refusal.signup.not_at_aura': 'I-AURA ayisakwazi lokhu kujoyina',
  'refusal.signup.not_at_aura.detail': 'Akekho obhaliswe ngakho. Cela entsha kumuntu okuthumele ilinki.',
  'refusal.signup.too_many': 'I-AURA ibuzwe ngokwanele',
  'refusal.signup.too_many.detail':
    'Linda imizuzu eyishumi, bese uhlola futhi. Akukho okulahlekile: okwenze ekhasini le-AURA kuyabalwa.',
  'refusal.aura.not_asked': 'I-AURA ayiphenduli',
  'refusal.aura.not_asked.detail': 'Asikwazanga ukubuza i-AURA. Akukho okushintshiwe; zama futhi emzuzwini.',
};
