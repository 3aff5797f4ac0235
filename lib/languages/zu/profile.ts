import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Wena',
  'profile.name': 'Igama',
  'profile.nameAtAura': 'Igama ku-AURA',
  'profile.latin': '{name}. I-AURA ayilamukelanga igama lakho njengoba ulibhala.',
  'profile.mobile.why': 'Abasizi bashayela le nombolo, futhi ungena ngayo.',
  'profile.address': 'Ikheli eligciniwe',
  'profile.address.why': 'Uma singakwazi ukuthola indawo yakho, usizo luya lapha.',
  'profile.facts': 'Okwabasizi',
  'profile.facts.why':
    'Lokhu kungonga isikhathi uma ungakwazi ukukhuluma. Sikuthumela ku-AURA. Ungakushiya konke kungenalutho.',
  'profile.button': 'Inkinobho yakho',
  'profile.button.why':
    'Indlela oyicindezela ngayo, nokuthi ifoni yakho yenzani ngemva kwalokho. Kuyafana kuwo wonke amadivayisi akho.',
  'profile.contact': 'Abantu abathenjwayo',
  'profile.contact.why':
    'Abantu abangafika kwabahlanu. Uma ubiza usizo, umlayezo oya kowokuqala usuke usulungile: uwuthumela wena. Sibathumelela i-SMS kuphela uma ukukhetha lapha.',
  'profile.push': 'Imilayezo kule divayisi',
  'profile.push.why':
    'Le divayisi ingakutshela uma usizo luhamba, nalapho unomlayezo omusha, ngisho noma leli khasi livaliwe. Ubona okufanayo ekhasini. Umlayezo ungase ufike sekwephuzile noma ungafiki nhlobo.',
  'profile.push.shown':
    'Isikrini esikhiyiwe sibonisa la mazwi kuphela, ngaphandle kwegama lakho nangaphandle kwendawo. Uma kukhona umuntu okungafanele awabone, kushiye kuvaliwe lokhu.',
  'profile.push.silent':
    'Ngemva kwe-alamu ethulile akuboniswa lutho amahora amabili. Uma inkinobho yakho isethwe ekuthuleni, akuboniswa lutho nhlobo.',
  'profile.devices': 'Amadivayisi akho',
  'profile.devices.why': 'La mafoni namakhompyutha angabiza usizo egameni lakho. Cima ongawazi.',
  'profile.devices.missing':
    'Idivayisi ongayisebenzisanga isikhathi eside ingase ingabi khona lapha. Lokhu kuyayicima nayo:',
  'profile.data': 'Imininingwane yakho',
  'profile.here': 'Le divayisi',
  'subscription.change': 'Shintsha ubulungu',
  'subscription.cannot': 'Akwenzeki lapha. Udinga ukungena kwakho siqu ku-AURA.',
  'subscription.none': 'Awunabo ubulungu ku-AURA. Akekho ongafika.',
  'subscription.unknown': 'Akwaziwa: i-AURA ayiphenduli',
  'subscription.until': 'Busebenza kuze kube',
  'subscription.cancelled': 'Bukhanselwe ngo',
  'subscription.single': 'Owomuntu oyedwa: buvikela wena.',
  'subscription.family': 'Owomndeni: buvikela wena namalungu omndeni akubo.',
  'device.name': '{browser} ku-{system}',
  'device.browser': 'Ibhrawuza engaziwa',
  'device.apple': 'iPhone noma i-iPad',
  'device.signedIn': 'Ingene ngo-{day}.',
  'device.lastUsed': 'Igcine ukusetshenziswa ngo-{day}.',
  'device.switchOffOne': 'Cima: {name}, ingene ngo-{day}',
};
