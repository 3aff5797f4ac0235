/** Somebody whom neither Vigil nor AURA knows yet, and the network address they come from. */
export type Stranger = {
  readonly name: string;
  readonly surname: string;
  /** E.164 */
  readonly mobile: string;
  readonly address: string;
};

const PER_WORKER = 1_000;
let made = 0;

/** A stranger with a mobile and an address that no other test of the run has. */
export function newStranger(workerIndex: number): Stranger {
  const number = workerIndex * PER_WORKER + made;
  made += 1;
  return {
    name: 'Thandi',
    surname: 'Mokoena',
    mobile: `+2782${String(number).padStart(7, '0')}`,
    address: `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
  };
}

/** A mobile as its owner would type it: 082 000 0001. */
export function asTyped(mobile: string): string {
  return mobile.replace(/^\+27(\d\d)(\d{3})(\d{4})$/, '0$1 $2 $3');
}
