import { PushSwitch } from '#components/profile/push-switch.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Translate } from '#lib/languages/translate.ts';

type PushCardProps = {
  publicKey: string;
  isOn: boolean;
  /** All that a phone may show, in the language that is kept with the person. */
  shown: readonly string[];
  lang: string;
  dir: 'ltr' | 'rtl';
  t: Translate;
};

/** Messages of the browser: what a locked screen will show is said before it is allowed. */
export function PushCard({ publicKey, isOn, shown, lang, dir, t }: PushCardProps) {
  return (
    <div id="messages" className="scroll-mt-4">
      <Card title={t('profile.push')}>
        <p>{t('profile.push.why')}</p>
        <p>{t('profile.push.shown')}</p>
        <ul lang={lang} dir={dir} className="list-disc ps-6">
          {shown.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{t('profile.push.silent')}</p>
        <PushSwitch publicKey={publicKey} isKept={isOn} />
      </Card>
    </div>
  );
}
