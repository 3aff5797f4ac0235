// node scripts/cluster/relay.ts LISTEN_HOST:PORT TARGET_HOST:PORT
// Passes connections on. Without TLS a base URL of AURA must be on loopback; each machine of the cluster reaches the
// sandbox by this, and no longer when it is cut off.
import { connect, createServer } from 'node:net';

const [from = '', to = ''] = process.argv.slice(2);
const [fromHost, fromPort] = from.split(':');
const [toHost, toPort] = to.split(':');

createServer((incoming) => {
  const outgoing = connect(Number(toPort), toHost);
  incoming.pipe(outgoing).pipe(incoming);
  for (const [one, other] of [
    [incoming, outgoing],
    [outgoing, incoming],
  ] as const) {
    // An error of one is an end of both; what it was does not matter here.
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}).listen(Number(fromPort), fromHost, () => process.stdout.write('relaying\n'));
