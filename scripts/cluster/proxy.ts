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
  const seen = new Map(apps.map(({ name }) => [name, { isReady: false, silentLooks: 0 }]));
  let sentTo: readonly Machine[] = apps;
  let child: ChildProcess | undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, configuration(port, apps));

  const ready = () => apps.filter(({ name }) => seen.get(name)?.isReady);
  const silent = ({ name }: Machine) => (seen.get(name)?.silentLooks ?? 0) > 0;

  /** Where less than half are ready, silence is more likely a crowd than a broken cable: fewer would only be more crowded. */
  function receivers(): readonly Machine[] {
    const sound = ready();
    const wanted =
      sound.length * 2 < apps.length ? apps.filter((app) => sound.includes(app) || silent(app)) : sound;
    return wanted.length === 0 ? apps : wanted;
  }

  async function look(app: Machine): Promise<void> {
    const before = seen.get(app.name);
    const status = await statusOf(app);
    const silentLooks = status === 'silent' ? (before?.silentLooks ?? 0) + 1 : 0;
    const isStillReady = status === 'silent' && before?.isReady === true && silentLooks < SILENT_LOOKS;
    seen.set(app.name, { isReady: status === OK || isStillReady, silentLooks });
    const now = receivers();
    if (now.length === sentTo.length && now.every((each) => sentTo.includes(each))) return;
    sentTo = now;
    writeFileSync(file, configuration(port, now));
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
    // Each by itself: who is slow to answer must not delay that another's end is seen.
    follow: async (signal) => {
      await Promise.all(
        apps.map(async (app) => {
          while (!signal.aborted) {
            await look(app);
            await sleep(LOOK_EVERY_MS);
          }
        }),
      );
    },
    ready: () => new Set(ready().map(({ name }) => name)),
  };
}

/** What `/api/health/ready` answers; `silent` without an answer in time, null when there is nobody. */
async function statusOf({ address }: Machine): Promise<number | 'silent' | null> {
  try {
    const url = `http://${address}:${APP_PORT}/api/health/ready`;
    return (await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) })).status;
  } catch (error) {
    // Paused, cut off or crowded; or down.
    return error instanceof Error && error.name === 'TimeoutError' ? 'silent' : null;
  }
}

/**
 * Repeated elsewhere when an app gives no answer or 503, a POST too: a press has an id, so that it is one press all the
 * same. nginx counts no failures (`max_fails=0`): who is away is taken out by who looks, while a moment of errors of all of
 * them would leave nginx with nobody to send to.
 */
function configuration(port: number, apps: readonly Machine[]): string {
  const servers = apps.map(({ address }) => `    server ${address}:${APP_PORT} max_fails=0;`);
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
      proxy_next_upstream error timeout http_503 non_idempotent;
      proxy_next_upstream_tries 3;
    }
  }
}
`;
}
