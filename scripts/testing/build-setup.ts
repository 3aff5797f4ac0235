import { resolve } from 'node:path';
import { ensureBuilt } from '../supervisor/build.ts';
import { createFleet } from '../supervisor/fleet.ts';

/** Builds once before tests that start the product. */
export async function setup(): Promise<void> {
  const root = resolve('.');
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME };
  await ensureBuilt(root, env, createFleet(console.log), console.log);
}
