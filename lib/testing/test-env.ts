import { vi } from 'vitest';
import { readEnvFrom } from '#lib/platform/env.ts';
import { cleanUp } from './clean-up.ts';

type Settings = Readonly<Record<string, string | undefined>>;

const inForce = new Set<Settings>();

/** Settings for the code under test, until the test or file ends. */
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
