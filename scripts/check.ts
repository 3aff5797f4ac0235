import { join } from 'node:path';
import { runChecks } from './checks/run-checks.ts';

// `npm run check`: everything that can be said about the code without running it.

const { failed } = await runChecks(join(import.meta.dirname, '..'));
process.exitCode = failed === 0 ? 0 : 1;
