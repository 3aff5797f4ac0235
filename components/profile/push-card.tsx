import { PushSwitch } from '#components/profile/push-switch.tsx';
import { Card } from '#components/ui/card.tsx';

type PushCardProps = {
  publicKey: string;
  isOn: boolean;
  /** All that a phone may show, in the person's language. */
  shown: readonly string[];
  lang: string;
  dir: 'ltr' | 'rtl';
};

/** Messages of the browser: what a locked screen will show is said before it is allowed. */
export function PushCard({ publicKey, isOn, shown, lang, dir }: PushCardProps) {
  return (
    <div id="messages" className="scroll-mt-4">
      <Card title="Messages on this device">
        <p>
          This device can tell you when help moves, and when you have a new message, also while this page is
          closed. You see the same on the page. A message may come late or not at all.
        </p>
        <p>
          A locked screen shows only these words, without your name and without a place. If somebody must not
          see them, leave this off.
        </p>
        <ul lang={lang} dir={dir} className="list-disc ps-6">
          {shown.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>
          After a silent alarm nothing is shown for two hours. If your button is set to silent, nothing is
          shown at all.
        </p>
        <PushSwitch publicKey={publicKey} isKept={isOn} />
      </Card>
    </div>
  );
}
