// Shared context of the sandbox: world, clock, randomness and data file.
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { realNow } from './clock.ts';
import { RequestLog } from './request-log.ts';
import type { Settings } from './settings.ts';
import { Deliveries } from './webhooks/deliveries.ts';
import { emptyWorld, type World } from './world.ts';

export type Sandbox = {
  settings: Settings;
  /** Public base URL, such as `http://127.0.0.1:4010`. */
  origin: string;
  world: World;
  requests: RequestLog;
  deliveries: Deliveries;
  /** Timestamps for the rate limit, in the sandbox's time. */
  limitedReads: number[];
  now(): number;
  nowText(): string;
  nextId(): number;
  /** In [0, 1), from the world's seeded sequence. */
  random(): number;
  secret(): string;
  /** Persists the state; no-op without a data file. */
  save(): void;
  /** Resolves when the state is on disk; concurrent calls share one write. */
  saved(): Promise<void>;
};

export function createSandbox(settings: Settings): Sandbox {
  let writing: Promise<void> | null = null;
  const sandbox: Sandbox = {
    settings,
    origin: `http://127.0.0.1:${settings.port}`,
    world: settings.dataFile ? readWorld(settings.dataFile) : emptyWorld(),
    requests: new RequestLog(),
    deliveries: new Deliveries(),
    limitedReads: [],
    now: () => realNow() + sandbox.world.clockOffsetMs,
    nowText: () => new Date(sandbox.now()).toISOString(),
    nextId: () => {
      sandbox.world.lastId += 1;
      return sandbox.world.lastId;
    },
    random: () => nextRandom(sandbox.world),
    secret: () => randomBytes(32).toString('base64url'),
    saved: () => {
      // Writes the whole state, so concurrent calls share a write.
      writing ??= new Promise<void>((resolve, reject) => {
        setImmediate(() => {
          writing = null;
          try {
            sandbox.save();
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
      return writing;
    },
    save: () => {
      if (!settings.dataFile) return;
      // Atomic: write to a temporary file, then rename.
      writeFileSync(`${settings.dataFile}.new`, JSON.stringify(sandbox.world), { mode: 0o600 });
      renameSync(`${settings.dataFile}.new`, settings.dataFile);
    },
  };
  return sandbox;
}

function readWorld(file: string): World {
  try {
    // Keys added by newer versions keep their defaults.
    const stored: Partial<World> = JSON.parse(readFileSync(file, 'utf8'));
    const fresh = emptyWorld();
    return { ...fresh, ...stored, switches: { ...fresh.switches, ...stored.switches } };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyWorld();
    throw new Error(
      `SANDBOX_DATA_FILE ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

// mulberry32
function nextRandom(world: World): number {
  world.randomState = (world.randomState + 0x6d2b79f5) | 0;
  let mixed = Math.imul(world.randomState ^ (world.randomState >>> 15), 1 | world.randomState);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
