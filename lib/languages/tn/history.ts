import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Dialamo tsa gago',
  'history.lead': 'Fa o ne o kopa thuso, le gore e fedile jang.',
  'history.none': 'Ga go dialamo ga jaana.',
  'history.open': 'Bona alamo e',
  'history.older': 'Tsa bogologolo',
  'history.newest': 'Tse disha',
  'history.all': 'Dialamo tsa gago tse di fetileng',
  'history.before.raised': 'Alamo e ne ya romelwa.',
  'history.before.owned': 'Phaposi ya taolo e ne e thusa.',
  'history.before.dispatched': 'Thuso e ne e le mo tseleng.',
  'history.before.arrived': 'Thuso e ne ya goroga.',
  'history.before.completed': 'Thuso e ne ya goroga, ya ba ya tsamaya.',
  'history.before.cancelled': 'Alamo e khansetswe.',
  'terms.new': 'Melawana e fetogile. E buise fa o babalesegile.',
  'history.safe': 'O rile o babalesegile.',
  'history.pressed': 'O tobeditse konopo.',
  'history.not.recorded': 'Alamo e ga e ise e romelwe.',
  'history.not.rejected': 'AURA ga e a amogela alamo e.',
  'history.not.expired': 'Alamo e ga e a ka ya romelwa ka nako.',
  'history.not.withdrawn': 'O khansetse pele e romelwa.',
};
