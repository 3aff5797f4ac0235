import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Ayifunyanwanga',
  'missing.page': 'Akukho phepha apha',
  'missing.pageText': 'Idilesi inokuba ayichanekanga, okanye awukwazi ukubona eli phepha.',
  'missing.wrong': 'Idilesi inokuba ayichanekanga.',
  'missing.start': 'Yiya ekuqaleni',
  'missing.nothing': 'Akukho nto apha',
  'missing.nothingText': 'Idilesi inokuba ayichanekanga, okanye iphepha asilolakho.',
  'missing.ifYours': 'Ukuba lelakho, {signIn} uze ulivule kwakhona.',
  'missing.signIn': 'ngena',
  'deleted.title': 'I-akhawunti icinyiwe',
  'deleted.done': 'I-akhawunti icinyiwe',
  'deleted.going': 'I-akhawunti iyacinywa',
  'deleted.lead':
    'Iqhosha lale akhawunti alisabizi uncedo. Ukuze usebenzise iVigil kwakhona, bhalisa kwakhona.',
  'deleted.here':
    'IVigil icime igama, inombolo, iidilesi, iindawo nemiyalezo. Iialam ezindala zihlala njengamanani angenagama okanye indawo.',
  'deleted.notYetHere':
    'IVigil isacima. Ukuba ialam ayikapheli, iVigil ilinda ide iphele. Akufuneki wenze nto.',
  'deleted.atAura':
    'I-AURA imphawule umthengi njengocinyiweyo. Asazi ukuba i-AURA igcina ntoni. Buza i-AURA ngoko.',
  'deleted.notYetAtAura':
    'I-AURA ayikakuqinisekisi. IVigil iyabuza kwakhona ngokwayo. Gcina idilesi yeli phepha ukuze ujonge kamva.',
  'refusal.erasure.not_found': 'Akukho phepha linjalo',
  'refusal.erasure.not_found.detail': 'IVigil ayiyazi i-akhawunti ecinyiweyo enale dilesi.',
  'signup.title': 'Ukujoyina kwakho',
  'signup.registered': 'Ubhalisile',
  'signup.registeredLead': 'Inyathelo elinye eliseleyo: ngena. Emva koko unalo iqhosha.',
  'signup.account': 'I-AURA inayo i-akhawunti yakho.',
  'signup.uncovered': 'Awukakhuseleki',
  'signup.uncoveredText':
    'I-AURA ayinabo ubulungu obusebenzayo bakho, ngoko uncedo alunakufika. Cela umntu okuthumelele ikhonkco ukuba abuqale.',
  'signup.signIn': 'Ngena ngo-{mobile}. Siza kukuthumelela ikhowudi ngeSMS.',
  'signup.held': 'Awukakwazi ukungena',
  'signup.heldHere': 'I-AURA inayo i-akhawunti yakho, kodwa asikwazanga ukuyivula apha',
  'signup.held.mobile_taken':
    'Le nombolo yeselula sele ine-akhawunti apha. Ukuba yeyakho, ngena. Ukuba akunjalo, buza umntu okuthumelele ikhonkco.',
  'signup.held.unreadable':
    'I-AURA ayinayo inombolo yakho yeselula enokufumana iSMS. Buza umntu okuthumelele ikhonkco.',
  'signup.held.deleted': 'Le akhawunti icinyiwe. Cela entsha kumntu oyithumeleyo.',
  'signup.held.other_reference':
    'Impendulo ye-AURA ayihambelani nale dilesi. Buza umntu okuthumelele ikhonkco.',
  'signup.nobody': 'I-AURA ayinayo i-akhawunti yakho ngeli khonkco.',
  'signup.nobodyYet': 'I-AURA ayikabi nayo i-akhawunti yakho ngeli khonkco.',
  'signup.saidFailed': 'Iphepha le-AURA lithi akuphumelelanga.',
  'signup.saidPayment': 'Iphepha le-AURA lithi akuphumelelanga: intlawulo ayiphumelelanga.',
  'signup.saidCode': 'Iphepha le-AURA lithi akuphumelelanga ({code}).',
  'signup.saidCancelled': 'Iphepha le-AURA lithi ukumisile. Awubhaliswanga.',
  'signup.openAgain': 'Vula ikhonkco olithunyelelweyo ukuze uzame kwakhona, okanye ucele elitsha.',
  'signup.wait': 'Ukuba ugqibile kwiphepha le-AURA, kungathatha umzuzwana. Eli phepha lijonga kwakhona.',
  'signup.title.completed': 'Akukaqinisekiswa',
  'signup.title.failed': 'Ukujoyina akuphumelelanga',
  'signup.title.cancelled': 'Ukujoyina kurhoxisiwe',
  'signup.check': 'Jonga kwakhona',
  'refusal.signup.not_found': 'Asikwazi oku kujoyina',
  'refusal.signup.not_found.detail':
    'Jonga ukuba idilesi iphelele, okanye ucele elitsha kumntu okuthumelele ikhonkco.',
  'refusal.signup.not_at_aura': 'I-AURA ayisakwazi oku kujoyina',
  'refusal.signup.not_at_aura.detail':
    'Akukho mntu ubhaliswe ngako. Cela elitsha kumntu okuthumelele ikhonkco.',
  'refusal.signup.too_many': 'I-AURA ibuzwe ngokwaneleyo',
  'refusal.signup.too_many.detail':
    'Linda imizuzu elishumi, uze ujonge kwakhona. Akukho nto ilahlekileyo: okwenze kwiphepha le-AURA kuyabalwa.',
  'refusal.aura.not_asked': 'I-AURA ayiphenduli',
  'refusal.aura.not_asked.detail':
    'Asikwazanga ukubuza i-AURA. Akukho nto itshintshiweyo; zama kwakhona emzuzwini.',
};
