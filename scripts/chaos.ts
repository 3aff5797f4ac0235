// npm run chaos -- [--seed N] [--presses N] [--kills N] [--only latency|storm|database|aura]
// Kills, cuts and starves the production build while people press, and holds what they were told against what is
// true in the end. The seed decides who presses when, what is killed when, and which calls AURA fails; the
// machine decides the rest. Exits with 1 when a figure that must hold does not.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    presses: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '32' },
    only: { type: 'string' },
  },
});

// Press tokens are signed with the key of the stacks, by the app's own code, which reads its settings once.
const secretKey = randomBytes(48).toString('base64url');
Object.assign(process.env, {
  SECRET_KEY: secretKey,
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  AURA_BASE_URL: 'http://127.0.0.1:1/panic-api/v2',
  AURA_CLIENT_ID: 'chaos',
  AURA_CLIENT_SECRET: 'chaos',
  SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
});
mkdirSync('test-results', { recursive: true });

const { partNames, runChaos } = await import('./chaos/run.ts');
const only = partNames.find((name) => name === values.only) ?? null;
if (values.only && !only) throw new Error(`--only takes one of ${partNames.join(', ')}`);
const holds = await runChaos({
  secretKey,
  seed: Number(values.seed),
  presses: Number(values.presses),
  kills: Number(values.kills),
  only,
});
process.exit(holds ? 0 : 1);
