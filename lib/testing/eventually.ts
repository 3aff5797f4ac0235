import { vi } from 'vitest';
import { patience } from './patience.ts';

/** Waits until what is expected holds, for as long as this machine may need. */
export function eventually<Value>(holds: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(holds, { timeout: patience(20_000), interval: 20 });
}
