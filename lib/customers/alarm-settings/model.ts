// How a person's button behaves, as they set it. Also in the browser: no schema library.

export const pressWays = ['hold', 'two_taps'] as const;
export const alarmModes = ['usual', 'loud', 'silent'] as const;

export type AlarmSettings = {
  way: (typeof pressWays)[number];
  holdSeconds: number;
  graceSeconds: number;
  mode: (typeof alarmModes)[number];
};

/** Where nothing is set. */
export const USUAL_ALARM: AlarmSettings = { way: 'hold', holdSeconds: 1.5, graceSeconds: 3, mode: 'usual' };

/** What the form offers. */
export const HOLD_SECONDS: readonly number[] = [0.5, 1, 1.5, 2, 3, 4, 5];
export const GRACE_SECONDS: readonly number[] = [0, 3, 5, 8, 10, 15, 20, 30];
