import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Dialamo tsa hao',
  'history.lead': 'Ha o ne o kopa thuso, le hore na e fedile jwang.',
  'history.none': 'Ha ho dialamo hajwale.',
  'history.open': 'Bona alamo ena',
  'history.older': 'Tsa kgale',
  'history.newest': 'Tse ntjha',
  'history.all': 'Dialamo tsa hao tse fetileng',
  'history.before.raised': 'Alamo e ile ya romelwa.',
  'history.before.owned': 'Phapusi ya taolo e ne e thusa.',
  'history.before.dispatched': 'Thuso e ne e le tseleng.',
  'history.before.arrived': 'Thuso e ile ya fihla.',
  'history.before.completed': 'Thuso e ile ya fihla, yaba e a tsamaya.',
  'history.before.cancelled': 'Alamo e ile ya hlakolwa.',
  'terms.new': 'Melawana e fetohile. E bale ha o bolokehile.',
  'history.safe': 'O itse o bolokehile.',
  'history.pressed': 'O tobeditse konopo.',
  'history.not.recorded': 'Alamo ena ha e eso romelwe.',
  'history.not.rejected': 'AURA ha e a amohela alamo ena.',
  'history.not.expired': 'Alamo ena ha e a ka ya romelwa ka nako.',
  'history.not.withdrawn': 'O hlakotse pele e romelwa.',
};
