import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem, systemCode } from './start-problem.ts';

const secret = () => randomBytes(24).toString('base64url');

// Each value is created on first use, so older files gain new ones.
const secretsSchema = z.object({
  databasePassword: z.string().default(secret),
  secretKey: z.string().default(() => randomBytes(48).toString('base64url')),
  auraClientId: z.string().default(() => `sandbox-${randomBytes(6).toString('hex')}`),
  auraClientSecret: z.string().default(secret),
  auraWebhookToken: z.string().default(secret),
  smsWebhookToken: z.string().default(secret),
  adminPassword: z.string().default(() => randomBytes(12).toString('base64url')),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** Generated secrets of this data directory, created at first start. */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const text = readIfPresent(file);
  const secrets = parse(file, text ?? '{}');
  const complete = `${JSON.stringify(secrets, null, 2)}\n`;
  if (complete !== text) writeWhole(file, complete);
  return secrets;
}

function parse(file: string, text: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    // The cause may quote the secret file.
    throw new StartProblem([`${file} is damaged: restore it, or delete ${file} and the database beside it.`]);
  }
}

function readIfPresent(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new StartProblem([`${file} cannot be read (${systemCode(error)}).`]);
  }
}

function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
