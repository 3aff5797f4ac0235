import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Kuthatha imizuzu emibini. Emva koko unalo iqhosha lokubiza uncedo.',
  'join.accept': 'Ngokubhalisa wamkela {terms}. Funda nezinto esizigcinayo ngawe: {privacy}.',
  'join.terms': 'imiqathango',
  'join.privacy': 'ubumfihlo',
  'join.known': 'Sele ubhalisile?',
  'join.reload': 'Layisha kwakhona',
  'join.change': 'Tshintsha iinkcukacha',
  'join.name': 'Igama',
  'join.surname': 'Ifani',
  'join.oneName': 'Yishiye ingenanto ukuba unegama elinye.',
  'join.sayName': 'Libizwa njani igama lakho',
  'join.sayNameHint': 'Ngoonobumba abasuka ku-A ukuya ku-Z, njengo-Muhammad. Kwenzelwa abo baza kukunceda.',
  'join.mobileHint': 'Siza kukuthumelela ikhowudi ngeSMS. Abancedi basenokutsalela le nombolo.',
  'join.subscription': 'Ubulungu',
  'join.subscriptionHint': 'Busebenza unyaka ukususela namhlanje.',
  'join.optional': 'Akunyanzelekanga',
  'field.nameMissing': 'Bhala igama lakho',
  'field.nameLong': 'Igama lakho linganoonobumba aba-80 kuphela',
  'field.nameLetters': 'Sebenzisa oonobumba kuphela egameni lakho, kuba abancedi baza kulifunda',
  'field.surnameMissing': 'Bhala ifani yakho',
  'field.surnameLong': 'Ifani yakho inganoonobumba aba-80 kuphela',
  'field.surnameLetters': 'Sebenzisa oonobumba kuphela kwifani yakho, kuba abancedi baza kuyifunda',
  'field.sayName':
    'Bhala ukuba igama lakho libizwa njani ngoonobumba abasuka ku-A ukuya ku-Z, njengo-Muhammad',
  'field.sayNameLong': 'Oonobumba abangama-80 kuphela: bhala kuphela ukuba igama libizwa njani',
  'field.subscription': 'Khetha ubulungu',
  'field.registration': 'Qala ubhaliso kwakhona',
  'refusal.registration.expired': 'Olu bhaliso luphelile',
  'refusal.registration.expired.detail':
    'Ulinde ixesha elide kakhulu. Akukho nto igciniweyo. Nceda uqale kwakhona.',
  'refusal.registration.mobile_known': 'I-AURA sele iyazi le nombolo',
  'refusal.registration.mobile_known.detail':
    'Le nombolo yeselula sele ine-akhawunti ye-AURA, evela kwenye iapp. Asinakwenza eyesibini. Sebenzisa enye inombolo, okanye ucele inkxaso ye-AURA ukuba iyikhulule le.',
  'refusal.registration.aura_unavailable': 'I-AURA ayiphenduli',
  'refusal.registration.aura_unavailable.detail':
    'Inombolo yakho ilungile, kodwa i-AURA ayikwazanga ukwenza i-akhawunti yakho. Awukakhuseleki. Zama kwakhona. Awufuni khowudi intsha.',
  'refusal.registration.completed': 'I-akhawunti yakho ilungile',
  'refusal.registration.completed.detail':
    'Ngena ngenombolo yakho yeselula. Siza kukuthumelela ikhowudi entsha ngeSMS.',
  'refusal.registration.answer_lost': 'Asazi ukuba i-AURA yenze ntoni',
  'refusal.registration.answer_lost.detail':
    'Silahlekelwe lunxibelelwano ne-AURA ngelixa isenza i-akhawunti yakho. Awukakhuselwa yiVigil. Zama kwakhona emzuzwini omnye. Ukuba ubona oku kwakhona, cela inkxaso ye-AURA ukuba ikhulule inombolo yakho. Emva koko ubhalise kwakhona.',
  'refusal.registration.aura_rejected': 'I-AURA ayizamkelanga ezi nkcukacha',
  'refusal.registration.aura_rejected.detail':
    'Akukho akhawunti yenziweyo. Jonga igama, inombolo nobulungu, uze uqale kwakhona.',
  'refusal.registration.name_letters': 'I-AURA ayizamkelanga ezi nkcukacha',
  'refusal.registration.name_letters.detail':
    'Akukho akhawunti yenziweyo. Inokuba ngoonobumba begama lakho. Bhala ukuba libizwa njani ngoonobumba abasuka ku-A ukuya ku-Z, uze uzame kwakhona.',
  'refusal.registration.in_progress': 'Nceda ulinde',
  'refusal.registration.in_progress.detail':
    'I-akhawunti yakho iyenziwa ngoku. Zama kwakhona kwimizuzwana embalwa.',
  'refusal.subscription.types_unavailable': 'I-AURA ayiphenduli',
  'refusal.subscription.types_unavailable.detail':
    'Asikwazanga ukulayisha ubulungu be-AURA. Layisha eli phepha kwakhona kungekudala.',
} satisfies TextsOf<'join'>;
