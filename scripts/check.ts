import { join } from 'node:path';
import { runChecks } from './checks/run-checks.ts';

// `npm run check`: all static checks.

const { failed } = await runChecks(join(import.meta.dirname, '..'));
process.exitCode = failed === 0 ? 0 : 1;
