import { vi } from 'vitest';
import { patience } from './patience.ts';

/** Retries until it holds, scaled to this machine's speed. */
export function eventually<Value>(holds: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(holds, { timeout: patience(20_000), interval: 20 });
}
