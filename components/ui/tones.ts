/** Two-tone alarm. */
export function playTones(context: AudioContext): void {
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
