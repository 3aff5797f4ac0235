import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Ngena',
  'entry.register': 'Bhalisa',
  'entry.foot':
    'IVigil ithumela ialam yakho kwi-AURA. I-AURA ithumela abokhuseleko nabezempilo. Ukuba iVigil ayisebenzi, tsalela u-112.',
  'entry.broken': 'Akukho nto uyibhalileyo ithunyelweyo. Ukuba ufuna uncedo ngoku, tsalela:',
  'start.title': 'Biza uncedo kuyo nayiphi na ibhrawuza.',
  'start.lead':
    'Iqhosha elinye loncedo lwe-AURA lokhuseleko nolwezempilo. Akukho nto kufuneka uyifakele. Lisebenza kwifowuni yakho nakuyo nayiphi na ikhompyutha.',
  'start.steps': 'Kwenzeka ntoni xa ucinezela',
  'start.hold': 'Bamba iqhosha',
  'start.holdText': 'Cinezela ubambe, ngomnwe, ngemawusi okanye ngekhibhodi. IVigil ifumana indawo yakho.',
  'start.cancel': 'Imizuzwana emithathu yokurhoxisa',
  'start.cancelText': 'Ibiyimpazamo? Cofa u-Rhoxisa. Okanye cofa u-Thumela ngoku.',
  'start.watch': 'Bona uncedo lusiza',
  'start.watchText':
    'I-AURA ifumana ialam yakho ithumele abokhuseleko okanye abezempilo. Ubona inyathelo ngalinye, nokuba lenzeke nini.',
  'start.promise':
    'IVigil ithi ialam yakho ithunyelwe kuphela xa i-AURA iqinisekisile. Kude kube ngoko, ubona iinombolo onokuzitsalela.',
  'signIn.lead': 'Ngenombolo yakho yeselula, kuyo nayiphi na ifowuni okanye ikhompyutha.',
  'signIn.notYet': 'Awukabhalisi?',
  'signIn.mobile': 'Inombolo yeselula',
  'signIn.hint': 'Inombolo obhalise ngayo. Siza kukuthumelela ikhowudi ngeSMS.',
  'signIn.send': 'Thumela ikhowudi',
  'signIn.another': 'Sebenzisa enye inombolo',
  'signIn.sent': 'Sithumele iSMS enamanani amathandathu ku-{mobile}.',
  'signIn.code': 'Ikhowudi',
  'signIn.codeHint': 'Ikhowudi isebenza imizuzu elishumi.',
  'signIn.confirm': 'Qinisekisa',
  'signIn.surname': 'Ifani',
  'signIn.newCode': 'Thumela ikhowudi entsha',
  'field.mobileMissing': 'Bhala inombolo yakho yeselula',
  'field.mobileLong': 'Oku kude kakhulu ukuba kube yinombolo yeselula',
  'field.mobileWrong': 'Le asiyonombolo yeselula. Yibhale ngolu hlobo: 082 123 4567 okanye +27 82 123 4567',
  'field.mobileCountry': 'Asizithumeli iikhowudi kwiinombolo zeli lizwe',
  'field.codeMissing': 'Bhala ikhowudi ekumyalezo',
  'field.codeWrong': 'Ikhowudi inamanani a-6',
  'field.surnameMissing': 'Bhala ifani yakho',
  'field.surnameLong': 'Ifani yakho inganoonobumba aba-80 kuphela',
  'field.surnameLetters': 'Sebenzisa oonobumba kuphela kwifani yakho, kuba abancedi baza kuyifunda',
  'refusal.code.wrong': 'Loo khowudi ayilunganga',
  'refusal.code.wrong.detail': 'Jonga iSMS uze ubhale amanani amathandathu kwakhona.',
  'refusal.code.expired': 'Loo khowudi ayisasebenzi',
  'refusal.code.expired.detail': 'Ikhowudi isebenza imizuzu elishumi nemizamo emihlanu. Cela entsha.',
  'refusal.code.too_soon': 'Linda phambi kwekhowudi elandelayo',
  'refusal.code.too_soon.detail':
    'Sithumele iikhowudi kule nombolo. Sebenzisa eyokugqibela, okanye uzame kwakhona emva kwemizuzu embalwa.',
  'refusal.code.limit_number': 'Iikhowudi ezininzi kakhulu kule nombolo',
  'refusal.code.limit_number.detail':
    'Ungafumana iikhowudi ezintlanu ngeyure. Sebenzisa eyokugqibela, okanye ulinde.',
  'refusal.code.limit_day': 'Iikhowudi ezininzi kakhulu kule nombolo namhlanje',
  'refusal.code.limit_day.detail':
    'Ungafumana iikhowudi ezilishumi ngosuku. Sebenzisa eyokugqibela, okanye uzame kwakhona ngomso.',
  'refusal.code.limit_address': 'Iikhowudi ezininzi kakhulu kolu nxibelelwano',
  'refusal.code.limit_address.detail':
    'Sithumela iikhowudi ezingamashumi amabini ngeyure kunxibelelwano olunye lwe-intanethi. Linda, uze uzame kwakhona.',
  'refusal.code.not_sent': 'Asikwazanga ukuthumela ikhowudi',
  'refusal.code.not_sent.detail':
    'Inkonzo yeSMS ayiyamkelanga. Akukho nto igciniweyo. Zama kwakhona kungekudala.',
  'refusal.sign_in.no_account': 'Akukabikho akhawunti yale nombolo',
  'refusal.sign_in.no_account.detail':
    'Ikhowudi ibilungile, kodwa le nombolo ayibhaliswanga. Bhalisa ukuze ukhuseleke.',
  'refusal.sign_in.surname_needed': 'Bhala nefani yakho',
  'refusal.sign_in.surname_needed.detail':
    'Akukho mntu ungene ngale nombolo ixesha elide. Sicela ifani obhalise ngayo.',
  'refusal.sign_in.surname_wrong': 'Loo fani ayichanekanga',
  'refusal.sign_in.surname_wrong.detail':
    'Yibhale njengoko ubhalisile. Ukuba ubhalise igama elinye kuphela, bhala elo gama.',
  'refusal.sign_in.surname_limit': 'Iifani ezingachanekanga zininzi kakhulu',
  'refusal.sign_in.surname_limit.detail':
    'Ungazama kwakhona ngomso. Iifowuni neekhompyutha ezingenileyo zisasebenza.',
} satisfies TextsOf<'entry'>;
