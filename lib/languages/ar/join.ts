import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'يستغرق دقيقتين. بعدها يكون لديك زر لطلب المساعدة.',
  'join.accept': 'بالتسجيل تقبل {terms}. اقرأ أيضًا ما نحفظه عنك: {privacy}.',
  'join.terms': 'الشروط',
  'join.privacy': 'الخصوصية',
  'join.known': 'سجّلت من قبل؟',
  'join.reload': 'إعادة التحميل',
  'join.change': 'تغيير البيانات',
  'join.name': 'الاسم',
  'join.surname': 'اسم العائلة',
  'join.oneName': 'اتركه فارغًا إذا كان لك اسم واحد.',
  'join.mobileHint': 'سنرسل إليك رمزًا برسالة SMS. قد تتصل الفرق بهذا الرقم.',
  'join.subscription': 'الاشتراك',
  'join.subscriptionHint': 'صالح لمدة سنة من اليوم.',
  'join.optional': 'اختياري',
  'field.nameMissing': 'اكتب اسمك',
  'field.nameLong': 'يمكن أن يكون اسمك 80 حرفًا على الأكثر',
  'field.nameLetters': 'استخدم حروفًا فقط في اسمك، لأن الفرق ستقرؤه',
  'field.nameDirection': 'اكتب اسمك بحروف تُكتب من اليسار إلى اليمين',
  'field.subscription': 'اختر اشتراكًا',
  'field.registration': 'ابدأ التسجيل من جديد',
  'refusal.registration.expired': 'انتهى هذا التسجيل',
  'refusal.registration.expired.detail': 'انتظرت طويلًا. لم يُحفظ شيء. ابدأ من جديد من فضلك.',
  'refusal.registration.mobile_known': 'AURA تعرف هذا الرقم بالفعل',
  'refusal.registration.mobile_known.detail':
    'لهذا الرقم حساب لدى AURA من تطبيق آخر. لا يمكننا إنشاء حساب ثانٍ. استخدم رقمًا آخر، أو اطلب من دعم AURA تحرير هذا الرقم.',
  'refusal.registration.aura_unavailable': 'AURA لا تجيب',
  'refusal.registration.aura_unavailable.detail':
    'رقمك صحيح، لكن AURA لم تتمكن من إنشاء حسابك. لست محميًّا بعد. حاول مرة أخرى. لا تحتاج إلى رمز جديد.',
  'refusal.registration.completed': 'حسابك جاهز',
  'refusal.registration.completed.detail': 'سجّل الدخول برقم هاتفك المحمول. سنرسل إليك رمزًا جديدًا برسالة SMS.',
  'refusal.registration.answer_lost': 'لا نعرف ماذا فعلت AURA',
  'refusal.registration.answer_lost.detail':
    'فقدنا الاتصال مع AURA أثناء إنشاء حسابك. لست محميًّا من Vigil بعد. حاول مرة أخرى بعد دقيقة. إذا رأيت هذا مرة أخرى فاطلب من دعم AURA تحرير رقمك. ثم سجّل من جديد.',
  'refusal.registration.aura_rejected': 'لم تقبل AURA هذه البيانات',
  'refusal.registration.aura_rejected.detail': 'لم يُنشأ حساب. تحقق من الاسم والرقم والاشتراك وابدأ من جديد.',
  'refusal.registration.in_progress': 'انتظر من فضلك',
  'refusal.registration.in_progress.detail': 'يجري إنشاء حسابك الآن. حاول مرة أخرى بعد ثوانٍ قليلة.',
  'refusal.subscription.types_unavailable': 'AURA لا تجيب',
  'refusal.subscription.types_unavailable.detail':
    'لم نتمكن من تحميل اشتراكات AURA. أعد تحميل هذه الصفحة قريبًا.',
} satisfies TextsOf<'join'>;
