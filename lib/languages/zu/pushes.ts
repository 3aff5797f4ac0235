import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Imilayezo ivuliwe kule divayisi.',
  'pushes.off': 'Imilayezo ivaliwe kule divayisi.',
  'pushes.denied': 'Ibhrawuza yakho ayiyivumeli imilayezo yaleli sayithi.',
  'pushes.denied.ios':
    'Vula u-Settings, bese u-Notifications. Thola le app lapho, uvumele izaziso. Bese ubuyela lapha.',
  'pushes.denied.android':
    'Thepha uphawu oluseduze kwekheli lewebhu, bese uthepha Izimvume. Vumela izaziso. Bese ulayisha leli khasi futhi.',
  'pushes.denied.other':
    'Chofoza uphawu oluseduze kwekheli lewebhu. Vumela izaziso. Bese ulayisha leli khasi futhi.',
  'pushes.app': 'Uvule leli khasi ngaphakathi kwenye i-app. Imilayezo ayisebenzi lapho.',
  'pushes.app.todo': 'Vula leli khasi ku-Chrome, ku-Safari noma ku-Firefox.',
  'pushes.install': 'I-iPhone noma i-iPad ibonisa imilayezo yama-app asesikrinini sasekhaya kuphela.',
  'pushes.install.todo':
    'Thepha u-Share, bese u-“Add to Home Screen”. Vula i-app ulapho, bese ubuyela kuleli khasi.',
  'pushes.unsupported': 'Le bhrawuza ayikwazi ukubonisa imilayezo uma ikhasi livaliwe.',
  'pushes.unsupported.todo': 'Enye ibhrawuza ingase ikwazi. Ubona yonke imilayezo ekhasini uqobo.',
  'pushes.failed': 'Akusebenzanga lokho. Bheka i-inthanethi yakho, uzame futhi.',
  'pushes.turnOn': 'Vula imilayezo',
  'pushes.turnOff': 'Vala imilayezo',
  'pushes.scripts': 'Vula i-JavaScript kubhrawuza yakho ukuze usebenzise lokhu.',
};
