import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CheckResult } from './check-result.ts';

/** Runs a tool from node_modules; its output becomes the problems on failure. */
export async function runTool(root: string, script: string, args: readonly string[]): Promise<CheckResult> {
  const { code, output } = await run(root, [join('node_modules', script), ...args]);
  const lines = output.trim().split('\n');
  return { summary: '', problems: code === 0 ? [] : [`${script} ended with ${code}`, ...lines] };
}

function run(root: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
