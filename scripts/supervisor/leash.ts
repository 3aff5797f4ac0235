// Preloaded into each process (--import). The supervisor holds the other end of stdin: when it dies, even by
// kill -9, stdin closes and the process group ends itself. PostgreSQL has no such hook.
import { setTimeout as after } from 'node:timers';

const GRACE_MS = 2_500;

process.stdin.on('end', () => {
  process.kill(0, 'SIGTERM');
  after(() => process.kill(0, 'SIGKILL'), GRACE_MS).unref();
});
process.stdin.resume();
// A socket at runtime; unref keeps it from holding the process open.
if ('unref' in process.stdin) process.stdin.unref();
