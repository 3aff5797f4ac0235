import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { cleanUp } from './clean-up.ts';

type Scrypt = (
  password: string,
  salt: string,
  length: number,
  options: crypto.ScryptOptions,
  answer: (error: Error | null, key: Buffer) => void,
) => void;

/**
 * Derives each key once until the file ends: scrypt is slow by intent (130 ms of processor time each), and tests of operators ask
 * for the same password over and over. Keys are the true ones.
 */
export function rememberScrypt(): void {
  const derive: Scrypt = crypto.scrypt;
  const keys = new Map<string, Promise<Buffer>>();
  const remembering: Scrypt = (password, salt, length, options, answer) => {
    const { N, r, p } = options;
    const name = JSON.stringify([password, salt, length, N, r, p]);
    const key = keys.get(name) ?? derived(derive, password, salt, length, options);
    keys.set(name, key);
    key.then(
      (bytes) => answer(null, Buffer.from(bytes)),
      (error: Error) => answer(error, Buffer.alloc(0)),
    );
  };
  replace(remembering);
  cleanUp(() => replace(derive));
}

function derived(
  derive: Scrypt,
  ...[password, salt, length, options]: [string, string, number, crypto.ScryptOptions]
) {
  return new Promise<Buffer>((resolve, reject) => {
    derive(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function replace(scrypt: Scrypt): void {
  Object.assign(crypto, { scrypt });
  syncBuiltinESMExports();
}
