import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Imiyalezo ivuliwe kwesi sixhobo.',
  'pushes.off': 'Imiyalezo ivaliwe kwesi sixhobo.',
  'pushes.denied': 'Ibhrawuza yakho ayiyivumeli imiyalezo yesi siza.',
  'pushes.denied.ios':
    'Vula u-Settings, uze uvule u-Notifications. Fumana le app apho, uvumele izaziso. Emva koko ubuyele apha.',
  'pushes.denied.android':
    'Cofa uphawu olusecaleni kwedilesi yewebhu, uze ucofe Iimvume. Vumela izaziso. Emva koko ulayishe eli phepha kwakhona.',
  'pushes.denied.other':
    'Cofa uphawu olusecaleni kwedilesi yewebhu. Vumela izaziso. Emva koko ulayishe eli phepha kwakhona.',
  'pushes.app': 'Uvule eli phepha ngaphakathi kwenye i-app. Imiyalezo ayisebenzi apho.',
  'pushes.app.todo': 'Vula eli phepha kwi-Chrome, kwi-Safari okanye kwi-Firefox.',
  'pushes.install': 'I-iPhone okanye i-iPad ibonisa imiyalezo yee-app ezikwisikrini sasekhaya kuphela.',
  'pushes.install.todo':
    'Cofa u-Share, uze ucofe u-“Add to Home Screen”. Vula i-app ulapho, uze ubuyele kweli phepha.',
  'pushes.unsupported': 'Le bhrawuza ayikwazi ukubonisa imiyalezo xa iphepha livaliwe.',
  'pushes.unsupported.todo': 'Enye ibhrawuza isenokukwazi. Ubona yonke imiyalezo ephepheni ngokwalo.',
  'pushes.failed': 'Oko akusebenzanga. Jonga i-intanethi yakho, uze uzame kwakhona.',
  'pushes.turnOn': 'Vula imiyalezo',
  'pushes.turnOff': 'Vala imiyalezo',
  'pushes.scripts': 'Vula i-JavaScript kwibhrawuza yakho ukuze usebenzise oku.',
};
