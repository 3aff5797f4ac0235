import { serve } from '@hono/node-server';
import { sandboxApp } from './app.ts';
import { createSandbox } from './sandbox.ts';
import { readSettings } from './settings.ts';

function stop(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

function start(): void {
  const settings = readSettings(process.env);
  const sandbox = createSandbox(settings);
  const server = serve({ fetch: sandboxApp(sandbox).fetch, hostname: '127.0.0.1', port: settings.port }, () =>
    process.stdout.write(`Sandbox (not AURA) ready on ${sandbox.origin}\n`),
  );
  server.on('error', (error: NodeJS.ErrnoException) => {
    stop(error.code === 'EADDRINUSE' ? `SANDBOX_PORT ${settings.port} is taken.` : error.message);
  });
  // The state was saved with every change, so there is nothing to wait for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
}

try {
  start();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
