'use client';

import { Bell, BellOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const REPEAT_MS = 4_000;

type AlarmSoundProps = {
  /** Sounds again and again while true. */
  isRinging: boolean;
};

/**
 * Two tones for what needs a human now. Browsers stay silent until somebody has touched the page, so the
 * button says whether sound is on, turns it on, and lets it be heard once.
 */
export function AlarmSound({ isRinging }: AlarmSoundProps) {
  const audio = useRef<AudioContext>(undefined);
  const [isOn, setIsOn] = useState(false);

  useEffect(() => {
    // Without a touch yet this starts suspended; a browser that remembers the site lets it run.
    const context = new AudioContext();
    audio.current = context;
    const follow = () => setIsOn(context.state === 'running');
    context.addEventListener('statechange', follow);
    follow();
    return () => {
      context.removeEventListener('statechange', follow);
      void context.close();
    };
  }, []);

  useEffect(() => {
    if (!isRinging || !isOn) return undefined;
    const ring = () => audio.current && playTones(audio.current);
    ring();
    const timer = setInterval(ring, REPEAT_MS);
    return () => clearInterval(timer);
  }, [isRinging, isOn]);

  const toggle = async () => {
    const context = audio.current;
    if (!context) return;
    if (context.state === 'running') return context.suspend();
    await context.resume();
    playTones(context);
  };
  return (
    <Button tone="secondary" onClick={() => void toggle()}>
      {isOn ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />}
      {isOn ? 'Turn sound off' : 'Turn sound on'}
    </Button>
  );
}

function playTones(context: AudioContext): void {
  playTone(context, 880, 0);
  playTone(context, 660, 0.35);
}

function playTone(context: AudioContext, hertz: number, afterSeconds: number): void {
  const start = context.currentTime + afterSeconds;
  const tone = new OscillatorNode(context, { frequency: hertz });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.3, start + 0.02);
  loudness.gain.linearRampToValueAtTime(0, start + 0.3);
  tone.connect(loudness).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.3);
}
