import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Ialam yakho ayikapheli',
  'refusal.data.alarm_open.detail':
    'Akukho nto icinyiweyo, kwaye akukho nto ikhutshelweyo. Uncedo lusenokuba sendleleni. Zama kwakhona xa iphelile.',
  'refusal.mobile.alarm_open': 'Ialam yakho ayikapheli',
  'refusal.mobile.alarm_open.detail':
    'Inombolo yakho yeselula ayitshintshwanga. Abancedi basenokutsalela endala. Zama kwakhona xa ialam iphelile.',
  'refusal.mobile.taken': 'Kukho umntu obhalise ngale nombolo',
  'refusal.mobile.taken.detail': 'Inombolo yakho yeselula ayitshintshwanga. Sebenzisa enye inombolo.',
  'refusal.mobile.taken_at_aura': 'I-AURA sele iyazi le nombolo',
  'refusal.mobile.taken_at_aura.detail':
    'Inombolo yakho yeselula ayitshintshwanga. Buza abantu abakunike iVigil.',
  'refusal.mobile.refused_at_aura': 'I-AURA ayiyitshintshanga inombolo yakho',
  'refusal.mobile.refused_at_aura.detail':
    'Inombolo yakho endala iyahlala. Cela abantu abakunike iVigil ukuba bayitshintshe.',
  'refusal.mobile.not_changed': 'I-AURA ayiphenduli',
  'refusal.mobile.not_changed.detail':
    'Inombolo yakho endala iyahlala. Cela ikhowudi entsha uze uzame kwakhona.',
  'refusal.mobile.change_unsure': 'Asazi ukuba i-AURA yenze ntoni',
  'refusal.mobile.change_unsure.detail':
    'Apha inombolo yakho endala iyahlala. I-AURA isenokuba nentsha. Cela ikhowudi entsha uze uzame kwakhona.',
  'refusal.device.not_found': 'Asisazi esi sixhobo',
  'refusal.device.not_found.detail': 'Asisosakho, okanye asisekho kuluhlu. Akukho nto itshintshiweyo.',
  'refusal.facts.not_read': 'Asikwazi ukubonisa oku ngoku',
  'refusal.facts.not_read.detail': 'I-AURA ayiphenduli. Zama kwakhona kwimizuzu embalwa.',
  'refusal.facts.not_saved': 'Akugcinwanga',
  'refusal.facts.not_saved.detail':
    'I-AURA ayikwamkelanga. Akukho nto itshintshiweyo. Zama kwakhona kwimizuzu embalwa.',
  'refusal.facts.save_unsure': 'Asazi nokuba oku kugciniwe na',
  'refusal.facts.save_unsure.detail':
    'I-AURA ayiphendulanga ngexesha. Vula eli phepha kwakhona ukuze ubone oko i-AURA inako.',
  'refusal.terms.changed': 'Imiqathango itshintshile',
  'refusal.terms.changed.detail': 'Akukho nto igciniweyo. Funda imiqathango kwakhona, uze uyamkele.',
  'field.newMobile': 'Bhala inombolo yakho entsha yeselula',
  'field.address': 'Bhala idilesi yakho',
  'field.tooLong': 'Oku kude kakhulu: oonobumba aba-{most} kuphela',
  'field.degrees': 'Kubhale ngeedigri, njengo -26.10763',
  'field.contact': 'Bhala igama lomntu wakho omthembileyo',
  'field.contactLong': 'Igama lomntu wakho omthembileyo linganoonobumba aba-80 kuphela',
  'field.contactLetters':
    'Sebenzisa oonobumba kuphela kwigama lomntu wakho omthembileyo, kuba abancedi baza kulifunda',
  'field.contactMobile': 'Bhala inombolo yeselula yomntu wakho omthembileyo',
  'field.ownMobile': 'Le yinombolo yakho. Khetha omnye umntu',
  'field.sameMobile': 'Le nombolo ikho kabini apha',
  'field.tooOften': 'Utshintshe abantu bakho amaxesha amaninzi kakhulu. Zama kwakhona emva kweyure enye',
  'field.phoneLong': 'Oku kude kakhulu ukuba kube yinombolo',
  'field.phone': 'Le asiyonombolo yefowuni. Yibhale ngolu hlobo: 082 123 4567',
  'field.way': 'Khetha indlela ocinezela ngayo',
  'field.hold': 'Khetha imizuzwana e-0.5 ukuya ku-5',
  'field.grace': 'Khetha imizuzwana e-0 ukuya ku-30',
  'field.mode': 'Khetha oko ifowuni yakho ikwenzayo',
};
