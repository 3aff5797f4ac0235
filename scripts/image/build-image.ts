import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { finish } from './tools.ts';

// The Dockerfile's image without a Docker engine and without its registry: bases made of Debian's packages, which is what
// the named ones are, and buildah in a chroot.

const SUITE = 'trixie';
/** As in Debian's own slim images. */
const SLIM = ['doc', 'man', 'locale', 'info'].map(
  (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
);
const RUN_BASE = 'localhost/vigil-run-base';
const BUILD_BASE = 'localhost/vigil-build-base';
const IMAGE = 'localhost/vigil';
const AUTHORITIES = '/etc/ssl/certs/of-this-machine.crt';

export type Config = {
  readonly user: string;
  readonly env: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly folder: string;
  readonly volumes: readonly string[];
  readonly healthCheck: readonly string[];
};

export type Image = { readonly rootfs: string; readonly config: Config };

const names = z.record(z.string(), z.unknown());
const inspected = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
      WorkingDir: z.string(),
      Volumes: names,
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});

/** Builds in `work`, and mounts the result there. */
export async function buildImage(root: string, work: string, say: (line: string) => void): Promise<Image> {
  const storage = [
    '--root',
    join(work, 'storage'),
    '--runroot',
    join(work, 'run'),
    '--storage-driver',
    'vfs',
  ];
  const buildah = (...args: string[]) => finish('buildah', [...storage, ...args], root);
  say('the bases …');
  await makeBases(work, buildah);
  say('the image …');
  await buildah(
    ...['bud', '--isolation', 'chroot', '--format', 'docker', '--layers=false', '--target', 'vigil'],
    ...[
      '--build-arg',
      `BUILD_BASE=${BUILD_BASE}`,
      '--build-arg',
      `RUN_BASE=${RUN_BASE}`,
      '--tag',
      IMAGE,
      '.',
    ],
  );
  const container = await buildah('from', IMAGE);
  const rootfs = await buildah('mount', container);
  return { rootfs, config: readConfig(await buildah('inspect', '--type', 'image', IMAGE)) };
}

type Buildah = (...args: string[]) => Promise<string>;

async function makeBases(work: string, buildah: Buildah): Promise<void> {
  const archive = join(work, 'run-base.tar');
  if (!existsSync(archive))
    await finish('mmdebstrap', ['--mode=root', '--variant=minbase', ...SLIM, SUITE, archive]);
  const run = await buildah('from', 'scratch');
  await buildah('add', run, archive, '/');
  await buildah('commit', '--rm', run, RUN_BASE);

  // Any Node and npm, as they stand on this machine: the build brings the Node that runs the product.
  const build = await buildah('from', RUN_BASE);
  // Two folders above its command, which is a link.
  const npm = dirname(dirname(await finish('sh', ['-c', 'realpath "$(command -v npm)"'])));
  await buildah('copy', build, process.execPath, '/usr/local/bin/node');
  await buildah('copy', build, npm, '/usr/local/lib/node_modules/npm');
  const cli = '../lib/node_modules/npm/bin/npm-cli.js';
  await buildah('run', '--isolation', 'chroot', build, '--', 'ln', '-s', cli, '/usr/local/bin/npm');
  await trustAsHere(build, buildah);
  await buildah('commit', '--rm', build, BUILD_BASE);
}

/** A network with a certificate authority of its own has named it to Node. */
async function trustAsHere(build: string, buildah: Buildah): Promise<void> {
  const authorities = process.env.NODE_EXTRA_CA_CERTS;
  if (!authorities) return;
  await buildah('copy', build, authorities, AUTHORITIES);
  await buildah('config', '--env', `NODE_EXTRA_CA_CERTS=${AUTHORITIES}`, build);
}

function readConfig(text: string): Config {
  const { config } = inspected.parse(JSON.parse(text)).Docker;
  return {
    user: config.User,
    env: config.Env,
    entrypoint: config.Entrypoint,
    command: config.Cmd,
    folder: config.WorkingDir,
    volumes: Object.keys(config.Volumes),
    healthCheck: config.Healthcheck.Test,
  };
}
