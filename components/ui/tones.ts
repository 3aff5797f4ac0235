/** Undefined where the browser plays no sound, by its settings or because too much is open. */
export function openAudio(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch {
    // What is to be heard also stands on the page, which must not break for it.
    return undefined;
  }
}

/** Two-tone alarm; whether it could be played. */
export function playTones(context: AudioContext): boolean {
  try {
    playTone(context, 880, 0);
    playTone(context, 660, 0.35);
    return true;
  } catch {
    // As above.
    return false;
  }
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
