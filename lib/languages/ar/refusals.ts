import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'صحّح الإجابات المعلَّمة',
  'refusal.input.invalid.detail': 'لم يُحفظ شيء. صحّحها وأرسل مرة أخرى.',
  'refusal.session.required': 'سجّل الدخول',
  'refusal.session.required.detail': 'أنت مسجَّل خروجك. سجّل الدخول وحاول مرة أخرى.',
  'refusal.permission.denied': 'غير مسموح',
  'refusal.permission.denied.detail': 'لا يستطيع حسابك فعل هذا. لم يتغير شيء.',
  'refusal.request.cross_site': 'أُرسل من موقع آخر',
  'refusal.request.cross_site.detail': 'جاء الطلب من موقع آخر فرُفض. لم يتغير شيء.',
  'refusal.request.too_large': 'كبير جدًّا',
  'refusal.request.too_large.detail': 'الطلب كبير جدًّا. لم يتغير شيء.',
  'refusal.request.unsupported_type': 'نوع محتوى غير معروف',
  'refusal.request.unsupported_type.detail': 'أرسل application/json أو استمارة. لم يتغير شيء.',
  'refusal.server.error': 'حدث خطأ ما',
  'refusal.server.error.detail':
    'هذا خطؤنا. حاول مرة أخرى. إذا كنت بحاجة إلى المساعدة الآن فاتصل بالرقم 112 أو برقم الطوارئ لديك.',
  'refusal.server.unavailable': 'Vigil غير جاهز',
  'refusal.server.unavailable.detail':
    'Vigil يبدأ العمل أو لديه مشكلة. حاول مرة أخرى قريبًا. إذا كنت بحاجة إلى المساعدة الآن فاتصل.',
  'refusal.press.not_found': 'لا نعرف هذا الإنذار',
  'refusal.press.not_found.detail':
    'ليس إنذارك، أو لا وجود له. إذا كنت بحاجة إلى المساعدة الآن فاضغط الزر أو اتصل.',
  'refusal.press.token_revoked': 'أُوقف هذا الزر',
  'refusal.press.token_revoked.detail':
    'سجّلت الخروج هنا، أو أوقفته من جهاز آخر. لن يأتي أحد. سجّل الدخول من جديد، أو اتصل الآن.',
  'refusal.press.not_recorded': 'لم يُرسَل إنذارك',
  'refusal.press.not_recorded.detail': 'لن يأتي أحد. اتصل الآن بالرقم 112 أو برقم الطوارئ لديك.',
  'refusal.press.settled': 'فات أوان الإلغاء',
  'refusal.press.settled.detail': 'أُرسل إنذارك بالفعل. افتحه والمس “أنا بأمان”.',
  'refusal.press.rejected': 'لم تقبل AURA هذا الإنذار',
  'refusal.press.rejected.detail': 'لن يأتي أحد. اتصل الآن بالرقم 112 أو برقم الطوارئ لديك.',
} satisfies TextsOf<'refusals'>;
