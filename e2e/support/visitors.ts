/** An unregistered person with a network address of their own. */
export type Visitor = {
  readonly name: string;
  readonly surname: string;
  /** E.164 */
  readonly mobile: string;
  readonly address: string;
};

const PER_WORKER = 1_000;
let made = 0;

/** A visitor with a unique mobile and address. */
export function newVisitor(workerIndex: number): Visitor {
  const number = workerIndex * PER_WORKER + made;
  made += 1;
  return {
    name: 'Thandi',
    surname: 'Mokoena',
    mobile: `+2782${String(number).padStart(7, '0')}`,
    address: `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
  };
}

/** National format: 082 000 0001. */
export function asTyped(mobile: string): string {
  return mobile.replace(/^\+27(\d\d)(\d{3})(\d{4})$/, '0$1 $2 $3');
}
