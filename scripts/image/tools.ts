import { spawn, spawnSync } from 'node:child_process';

/** What building and running an image without Docker takes. */
const TOOLS = ['buildah', 'mmdebstrap', 'unshare', 'chroot', 'npm'];

/** Why this machine cannot; null when it can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, for file systems of its own';
  const missing = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
  if (missing.length > 0) return `not here: ${missing.join(', ')}`;
  return spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status === 0
    ? null
    : 'this machine gives out no mount and pid namespaces';
}

/** Runs a tool to its end and gives what it printed; throws with its last words. */
export async function finish(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let all = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (all += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${all.slice(-4_000)}`);
  return output.trim();
}
