// npm run chaos -- [--seed N] [--presses N] [--kills N] [--only latency|graces|storm|database|aura|rekey]
// Fault injection: kills, network cuts and outages under load, comparing the receipts with what is
// true in the end. The seed decides who presses when, what is killed when, and which calls AURA fails; the
// machine decides the rest. Exits with 1 when a figure that must hold does not.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownSecretKey } from './chaos/own-settings.ts';
import { partNames, runChaos } from './chaos/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    presses: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '32' },
    only: { type: 'string' },
  },
});

const secretKey = ownSecretKey();
mkdirSync('test-results', { recursive: true });

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
