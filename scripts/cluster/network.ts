import { execFileSync, spawnSync } from 'node:child_process';

// One bridge, which is this machine's side, and a network namespace for each machine of the cluster.

const BRIDGE = 'vigil0';
const NET = '10.77.0';

/** This machine: proxy, database and sandbox. */
export const HERE = `${NET}.1`;
export const ALL = `${NET}.0/24`;

export type Machine = { readonly name: string; readonly address: string; readonly namespace: string };

/** What is missing here to make networks; null when nothing is. */
export function whyNoNetworks(): string | null {
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const missing = ['ip', 'nginx'].filter(
    (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0,
  );
  if (missing.length > 0) return `not here: ${missing.join(', ')}`;
  const probe = spawnSync('ip', ['netns', 'add', 'vigil-probe']);
  if (probe.status !== 0) return 'this machine gives out no network namespaces';
  spawnSync('ip', ['netns', 'delete', 'vigil-probe']);
  return null;
}

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });

export function openNetwork(): void {
  ip('link', 'add', BRIDGE, 'type', 'bridge');
  ip('address', 'add', `${HERE}/24`, 'dev', BRIDGE);
  ip('link', 'set', BRIDGE, 'up');
}

/** `host` is the last number of its address. */
export function addMachine(name: string, host: number): Machine {
  const machine = { name, address: `${NET}.${host}`, namespace: `vigil-${name}` };
  const [outside, inside] = [outsideOf(machine), 'eth0'];
  ip('netns', 'add', machine.namespace);
  ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'netns', machine.namespace);
  ip('link', 'set', outside, 'master', BRIDGE, 'up');
  const within = (...args: string[]) => ip('-n', machine.namespace, ...args);
  within('link', 'set', 'lo', 'up');
  within('address', 'add', `${machine.address}/24`, 'dev', inside);
  within('link', 'set', inside, 'up');
  return machine;
}

/** Packets are dropped in silence, as by a broken cable: no end of a connection arrives. */
export const cutOff = (machine: Machine): void => void ip('link', 'set', outsideOf(machine), 'nomaster');
export const reconnect = (machine: Machine): void =>
  void ip('link', 'set', outsideOf(machine), 'master', BRIDGE);

/** Also what an interrupted run left. */
export function closeNetwork(): void {
  const { stdout } = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' });
  for (const [namespace] of stdout.matchAll(/^vigil-(?:app|worker)-\d+/gm))
    spawnSync('ip', ['netns', 'delete', namespace]);
  spawnSync('ip', ['link', 'delete', BRIDGE]);
}

const outsideOf = ({ address }: Machine): string => `vgl${address.split('.').at(-1)}`;
