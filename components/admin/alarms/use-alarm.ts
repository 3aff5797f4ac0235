import { useEffect, useRef, useState } from 'react';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import { openAudio, playTones } from '#components/ui/tones.ts';

const REPEAT_MS = 4_000;

export type Sound = 'on' | 'off' | 'blocked' | 'missing';

export type Alarm = {
  sound: Sound;
  turn: () => Promise<void>;
  test: () => Promise<void>;
};

/** Why nothing would be heard. */
export const SILENT_WORDS: Record<Exclude<Sound, 'on'>, string> = {
  off: 'Sound is off in this browser',
  blocked: 'Sound is off until you click',
  missing: 'This browser plays no sound: watch the page and the number in its title',
};

/** Autoplay policy: audio needs a user gesture, so "enabled" and "audible" are separate states. */
export function useAlarm(isRinging: boolean): Alarm {
  const audio = useRef<AudioContext>(undefined);
  const [isWanted, setWanted] = useKeptSwitch('vigil.sound');
  const [isRunning, setRunning] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const sound = isMissing ? 'missing' : !isWanted ? 'off' : isRunning ? 'on' : 'blocked';

  useEffect(() => {
    // Suspended until a gesture, unless the browser remembers the site.
    const context = openAudio();
    if (!context) {
      setMissing(true);
      return undefined;
    }
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
    const ring = () => audio.current && setMissing(!playTones(audio.current));
    ring();
    const timer = setInterval(ring, REPEAT_MS);
    return () => clearInterval(timer);
  }, [isRinging, sound]);

  const test = async () => {
    const context = audio.current;
    if (!context) return;
    await context.resume();
    setMissing(!playTones(context));
  };
  const turn = async () => {
    setWanted(sound !== 'on');
    if (sound !== 'on') await test();
  };
  return { sound, turn, test };
}
