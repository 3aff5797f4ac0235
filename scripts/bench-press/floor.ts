import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createAuraClient } from '#lib/aura/client.ts';
import type { ChaosStack } from '../chaos/stack.ts';
import { freePort } from '../testing/running-stack.ts';

export type Floor = { readonly url: string; readonly pid: number; readonly stop: () => void };

/** The floor server beside the product, on the product's database and sandbox. */
export async function startFloor(stack: ChaosStack): Promise<Floor> {
  const { clientId, clientSecret, url } = stack.aura;
  const baseUrl = `${url}/panic-api/v2`;
  const { accessToken } = await createAuraClient({ baseUrl, clientId, clientSecret }).createToken({
    clientId,
    clientSecret,
  });
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['scripts/bench-press/floor-server.ts'], {
    env: {
      NODE_ENV: 'production',
      FLOOR_PORT: `${port}`,
      FLOOR_DATABASE_URL: stack.databaseUrl,
      FLOOR_AURA_URL: baseUrl,
      FLOOR_AURA_TOKEN: accessToken,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') };
}
