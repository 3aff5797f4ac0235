import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine } from './network.ts';

// nginx, and who tells it which apps are ready. Where none is, it sends to all: an app without the database still takes
// presses.

const APP_PORT = 3000;
const OK = 200;
const LOOK_EVERY_MS = 500;
const LOOK_WITHIN_MS = 2_000;
/** A refusal counts at once; silence may be a busy machine, and counts when it lasts. */
const SILENT_LOOKS = 2;

export type ReverseProxy = {
  readonly launch: () => ChildProcess;
  /** Looks at the apps until aborted. */
  readonly follow: (signal: AbortSignal) => Promise<void>;
  /** Names of the apps that it sends to. */
  readonly ready: () => ReadonlySet<string>;
};

export function createProxy(folder: string, port: number, apps: readonly Machine[]): ReverseProxy {
  const file = join(folder, 'nginx.conf');
  let ready = new Set<string>();
  let child: ChildProcess | undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, configuration(port, apps));

  const silent = new Map<string, number>();

  async function isServed(app: Machine): Promise<boolean> {
    const status = await statusOf(app);
    const looks = status === null ? (silent.get(app.name) ?? 0) + 1 : 0;
    silent.set(app.name, looks);
    return status === null ? ready.has(app.name) && looks < SILENT_LOOKS : status === OK;
  }

  async function look(): Promise<void> {
    const answers = await Promise.all(apps.map(async (app) => ((await isServed(app)) ? [app] : [])));
    const now = new Set(answers.flat().map(({ name }) => name));
    if (now.size === ready.size && [...now].every((name) => ready.has(name))) return;
    ready = now;
    writeFileSync(file, configuration(port, now.size === 0 ? apps : answers.flat()));
    child?.kill('SIGHUP');
  }
  return {
    launch: () => {
      child = spawn('nginx', ['-p', folder, '-c', file, '-g', 'daemon off;'], {
        detached: true,
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      return child;
    },
    follow: async (signal) => {
      while (!signal.aborted) {
        await look();
        await sleep(LOOK_EVERY_MS);
      }
    },
    ready: () => ready,
  };
}

/** What `/api/health/ready` answers; null when nothing does. */
async function statusOf({ address }: Machine): Promise<number | null> {
  try {
    const url = `http://${address}:${APP_PORT}/api/health/ready`;
    return (await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) })).status;
  } catch {
    // Down, paused or cut off.
    return null;
  }
}

/** Also repeated elsewhere when an app gives no answer: a press has an id, so that it is one press all the same. */
function configuration(port: number, apps: readonly Machine[]): string {
  const servers = apps.map(({ address }) => `    server ${address}:${APP_PORT} max_fails=1 fail_timeout=1s;`);
  return `user root;
worker_processes 1;
worker_shutdown_timeout 30s;
pid nginx.pid;
error_log error.log;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  upstream vigil {
${servers.join('\n')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 3m;
    location / {
      proxy_pass http://vigil;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_connect_timeout 1s;
      proxy_read_timeout 6s;
      proxy_buffering off;
      proxy_next_upstream error timeout non_idempotent;
      proxy_next_upstream_tries 2;
    }
  }
}
`;
}
