const MIDDLE_HERTZ = 1_000;
const SWING_HERTZ = 400;
const SWINGS_A_SECOND = 0.5;

/** A tone that rises and falls, as loud as the phone is set. Ended by closing the context. */
export function playSiren(context: AudioContext): void {
  const tone = new OscillatorNode(context, { type: 'square', frequency: MIDDLE_HERTZ });
  const swing = new OscillatorNode(context, { frequency: SWINGS_A_SECOND });
  const width = new GainNode(context, { gain: SWING_HERTZ });
  swing.connect(width).connect(tone.frequency);
  tone.connect(context.destination);
  swing.start();
  tone.start();
}
