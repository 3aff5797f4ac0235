import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Ngena',
  'entry.register': 'Bhalisa',
  'entry.foot':
    'I-Vigil ithumela i-alamu yakho ku-AURA. I-AURA ithumela abezokuphepha nabezempilo. Uma i-Vigil ingasebenzi, shayela u-112.',
  'entry.broken': 'Akukho okubhalile okuthunyelwe. Uma udinga usizo manje, shayela:',
  'start.title': 'Biza usizo kunoma iyiphi ibhrawuza.',
  'start.lead':
    'Inkinobho eyodwa yosizo lwe-AURA lwezokuphepha nolwezempilo. Akukho okumele ukufake. Isebenza efonini yakho nakunoma iyiphi ikhompyutha.',
  'start.steps': 'Kwenzekani uma ucindezela',
  'start.hold': 'Bamba inkinobho',
  'start.holdText': 'Cindezela ubambe, ngomunwe, ngegundane noma ngekhibhodi. I-Vigil ithola indawo yakho.',
  'start.cancel': 'Imizuzwana emithathu yokukhansela',
  'start.cancelText': 'Bekuyiphutha? Thepha u-Khansela. Noma thepha u-Thumela manje.',
  'start.watch': 'Bona usizo luza',
  'start.watchText':
    'I-AURA ithola i-alamu yakho ithumele abezokuphepha noma abezempilo. Ubona isinyathelo ngasinye, nokuthi benzeke nini.',
  'start.promise':
    'I-Vigil isho ukuthi i-alamu yakho ithunyelwe kuphela uma i-AURA isiqinisekisile. Kuze kube yileso sikhathi, ubona izinombolo ongazishayela.',
  'signIn.lead': 'Ngenombolo yakho yeselula, kunoma iyiphi ifoni noma ikhompyutha.',
  'signIn.notYet': 'Awukabhalisi?',
  'signIn.mobile': 'Inombolo yeselula',
  'signIn.hint': 'Inombolo obhalise ngayo. Sizokuthumelela ikhodi nge-SMS.',
  'signIn.send': 'Thumela ikhodi',
  'signIn.another': 'Sebenzisa enye inombolo',
  'signIn.sent': 'Sithumele i-SMS enezinombolo eziyisithupha ku-{mobile}.',
  'signIn.code': 'Ikhodi',
  'signIn.codeHint': 'Ikhodi isebenza imizuzu eyishumi.',
  'signIn.confirm': 'Qinisekisa',
  'signIn.surname': 'Isibongo',
  'signIn.newCode': 'Thumela ikhodi entsha',
  'field.mobileMissing': 'Bhala inombolo yakho yeselula',
  'field.mobileLong': 'Lokhu kude kakhulu ukuthi kube inombolo yeselula',
  'field.mobileWrong': 'Lena akuyona inombolo yeselula. Yibhale kanje: 082 123 4567 noma +27 82 123 4567',
  'field.mobileCountry': 'Asiwathumeli amakhodi ezinombolweni zaleli zwe',
  'field.codeMissing': 'Bhala ikhodi ekumyalezo',
  'field.codeWrong': 'Ikhodi inezinombolo ezingu-6',
  'field.surnameMissing': 'Bhala isibongo sakho',
  'field.surnameLong': 'Isibongo sakho singaba nezinhlamvu ezingu-80 kuphela',
  'field.surnameLetters': 'Sebenzisa izinhlamvu kuphela esibongweni sakho, ngoba abasizi bazosifunda',
  'refusal.code.wrong': 'Leyo khodi ayilungile',
  'refusal.code.wrong.detail': 'Bheka i-SMS bese ubhala izinombolo eziyisithupha futhi.',
  'refusal.code.expired': 'Leyo khodi ayisasebenzi',
  'refusal.code.expired.detail': 'Ikhodi isebenza imizuzu eyishumi nemizamo emihlanu. Cela entsha.',
  'refusal.code.too_soon': 'Linda ngaphambi kwekhodi elandelayo',
  'refusal.code.too_soon.detail':
    'Sithumele amakhodi kule nombolo. Sebenzisa eyokugcina, noma uzame futhi emizuzwini embalwa.',
  'refusal.code.limit_number': 'Amakhodi amaningi kakhulu kule nombolo',
  'refusal.code.limit_number.detail':
    'Ungathola amakhodi amahlanu ngehora. Sebenzisa eyokugcina, noma ulinde.',
  'refusal.code.limit_day': 'Amakhodi amaningi kakhulu kule nombolo namuhla',
  'refusal.code.limit_day.detail':
    'Ungathola amakhodi ayishumi ngosuku. Sebenzisa eyokugcina, noma uzame futhi kusasa.',
  'refusal.code.limit_address': 'Amakhodi amaningi kakhulu kulokhu kuxhumana',
  'refusal.code.limit_address.detail':
    'Sithumela amakhodi angamashumi amabili ngehora ekuxhumaneni okukodwa kwe-inthanethi. Linda, bese uzama futhi.',
  'refusal.code.not_sent': 'Asikwazanga ukuthumela ikhodi',
  'refusal.code.not_sent.detail': 'Isevisi ye-SMS ayiyamukelanga. Akukho okugciniwe. Zama futhi maduze.',
  'refusal.sign_in.no_account': 'Ayikabikho i-akhawunti yale nombolo',
  'refusal.sign_in.no_account.detail':
    'Ikhodi ibilungile, kodwa le nombolo ayibhalisiwe. Bhalisa ukuze uvikeleke.',
  'refusal.sign_in.surname_needed': 'Bhala nesibongo sakho',
  'refusal.sign_in.surname_needed.detail':
    'Akekho ongene ngale nombolo isikhathi eside. Sicela isibongo obhalise ngaso.',
  'refusal.sign_in.surname_wrong': 'Leso sibongo asilungile',
  'refusal.sign_in.surname_wrong.detail':
    'Sibhale njengoba ubhalisile. Uma ubhalise igama elilodwa kuphela, bhala lelo gama.',
  'refusal.sign_in.surname_limit': 'Izibongo ezingalungile ziningi kakhulu',
  'refusal.sign_in.surname_limit.detail':
    'Ungazama futhi kusasa. Amafoni namakhompyutha angenile asasebenza.',
} satisfies TextsOf<'entry'>;
