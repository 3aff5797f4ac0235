import { vi } from 'vitest';
import { readEnvFrom } from '#lib/platform/env.ts';
import { cleanUp } from './clean-up.ts';

type Settings = Readonly<Record<string, string | undefined>>;

const inForce = new Set<Settings>();

/** Runs the code under test with these settings until the test, or else its file, is over. */
export function testEnv(settings: Settings): void {
  inForce.add(settings);
  apply();
  cleanUp(() => {
    inForce.delete(settings);
    apply();
  });
}

function apply(): void {
  vi.unstubAllEnvs();
  for (const [name, value] of [...inForce].flatMap(Object.entries)) vi.stubEnv(name, value);
  readEnvFrom();
}
