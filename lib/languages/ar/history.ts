import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'إنذاراتك',
  'history.lead': 'متى طلبت المساعدة، وكيف انتهى الأمر.',
  'history.none': 'لا توجد إنذارات بعد.',
  'history.open': 'اعرض هذا الإنذار',
  'history.older': 'الأقدم',
  'history.newest': 'الأحدث',
  'history.all': 'إنذاراتك السابقة',
  'history.before.raised': 'أُرسل الإنذار.',
  'history.before.owned': 'كانت غرفة التحكم تساعد.',
  'history.before.dispatched': 'كانت المساعدة في الطريق.',
  'history.before.arrived': 'وصلت المساعدة.',
  'history.before.completed': 'وصلت المساعدة ثم غادرت.',
  'history.before.cancelled': 'أُلغي الإنذار.',
  'terms.new': 'تغيّرت الشروط. اقرأها عندما تكون بأمان.',
  'history.safe': 'قلت إنك بأمان.',
  'history.pressed': 'ضغطت على الزر.',
  'history.not.recorded': 'لم يُرسل هذا الإنذار بعد.',
  'history.not.rejected': 'لم تقبل AURA هذا الإنذار.',
  'history.not.expired': 'تعذّر إرسال هذا الإنذار في الوقت المناسب.',
  'history.not.withdrawn': 'ألغيت قبل أن يُرسل.',
};
