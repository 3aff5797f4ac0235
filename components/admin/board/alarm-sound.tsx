import { Bell, BellOff, BellRing } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import { Button } from '#components/ui/button.tsx';
import { playTones } from '#components/ui/tones.ts';

const REPEAT_MS = 4_000;

type AlarmSoundProps = {
  isRinging: boolean;
};

type Sound = 'on' | 'off' | 'blocked';

const STATES = {
  on: { icon: BellRing, words: 'Sound is on' },
  off: { icon: BellOff, words: 'Sound is off on this board' },
  blocked: { icon: Bell, words: 'Sound waits for a click: browsers are silent before' },
} satisfies Record<Sound, unknown>;

/** The alarm with an on/off switch and a test button. */
export function AlarmSound({ isRinging }: AlarmSoundProps) {
  const { sound, turn, test } = useAlarm(isRinging);
  const { icon: Icon, words } = STATES[sound];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div role="group" aria-label="Sound" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="flex items-center gap-2 text-sm text-ink-soft">
        <Icon aria-hidden="true" className="size-5 shrink-0" />
        <span>{words}</span>
      </span>
      <Button tone="secondary" onClick={() => void turn()}>
        {sound === 'on' ? 'Turn sound off' : 'Turn sound on'}
      </Button>
      <Button tone="quiet" onClick={() => void test()}>
        Test sound
      </Button>
    </div>
  );
}

/** Autoplay policy: audio needs a user gesture, so "enabled" and "audible" are separate states. */
function useAlarm(isRinging: boolean): {
  sound: Sound;
  turn: () => Promise<void>;
  test: () => Promise<void>;
} {
  const audio = useRef<AudioContext>(undefined);
  const [isWanted, setWanted] = useKeptSwitch('vigil.sound');
  const [isRunning, setRunning] = useState(false);
  const sound = !isWanted ? 'off' : isRunning ? 'on' : 'blocked';

  useEffect(() => {
    // Suspended until a gesture, unless the browser remembers the site.
    const context = new AudioContext();
    audio.current = context;
    const follow = () => setRunning(context.state === 'running');
    context.addEventListener('statechange', follow);
    follow();
    return () => {
      context.removeEventListener('statechange', follow);
      void context.close();
    };
  }, []);

  useEffect(() => {
    if (sound !== 'blocked') return undefined;
    // Bubbles here after the buttons' own handlers.
    const onTouch = () => void audio.current?.resume();
    document.addEventListener('click', onTouch);
    return () => document.removeEventListener('click', onTouch);
  }, [sound]);

  useEffect(() => {
    if (!isRinging || sound !== 'on') return undefined;
    const ring = () => audio.current && playTones(audio.current);
    ring();
    const timer = setInterval(ring, REPEAT_MS);
    return () => clearInterval(timer);
  }, [isRinging, sound]);

  const test = async () => {
    const context = audio.current;
    if (!context) return;
    await context.resume();
    playTones(context);
  };
  const turn = async () => {
    setWanted(sound !== 'on');
    if (sound !== 'on') await test();
  };
  return { sound, turn, test };
}
