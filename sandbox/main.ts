import { startSandbox } from './server.ts';
import { readSettings, type Settings } from './settings.ts';

// State is saved with every change, so there is nothing to flush.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

try {
  const settings = readSettings(process.env);
  const { url } = await startSandbox(settings).catch((error: unknown) => explain(error, settings));
  process.stdout.write(`Sandbox (not AURA) ready on ${url}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function explain(error: unknown, settings: Settings): never {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  throw isTaken ? new Error(`SANDBOX_PORT ${settings.port} is taken.`) : error;
}
