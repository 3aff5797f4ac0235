// The floor of a press: a bare HTTP server with named statements on one table. Two commits and one call to AURA, no
// validation, no authentication, no change feed. Run by scripts/bench-press.ts as a process of its own.
import { Agent, createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'pg';

const { FLOOR_PORT, FLOOR_DATABASE_URL, FLOOR_AURA_URL, FLOOR_AURA_TOKEN } = process.env;

const pool = new Pool({ connectionString: FLOOR_DATABASE_URL, max: 20 });
const agent = new Agent({ keepAlive: true, maxSockets: 100 });

const INSERT = {
  name: 'insert',
  text: 'insert into floor_press (id, customer_id, received_at) values ($1, $2, now()) on conflict do nothing',
};
const SETTLE = {
  name: 'settle',
  text: `update floor_press set state = 'delivered', callout_id = $2, settled_at = now() where id = $1`,
};

type FloorPress = { pressId: string; customerId: number; location: unknown };

function createCallout({ customerId, location }: FloorPress): Promise<number> {
  const body = JSON.stringify({ location, responseTypeId: 1 });
  return new Promise((resolve, reject) => {
    const asked = request(
      `${FLOOR_AURA_URL}/customers/${customerId}/callouts`,
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${FLOOR_AURA_TOKEN}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        text(answer).then((json) => resolve(JSON.parse(json).callout.id), reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

await pool.query(`create table if not exists floor_press (
  id uuid primary key, customer_id bigint not null, received_at timestamptz not null,
  state text not null default 'recorded', callout_id bigint, settled_at timestamptz)`);

const server = createServer((incoming, answer) => {
  const respond = async () => {
    const press: FloorPress = JSON.parse(await text(incoming));
    await pool.query({ ...INSERT, values: [press.pressId, press.customerId] });
    const calloutId = await createCallout(press);
    await pool.query({ ...SETTLE, values: [press.pressId, calloutId] });
    answer.writeHead(201, { 'content-type': 'application/json' });
    answer.end(JSON.stringify({ state: 'delivered', calloutId }));
  };
  respond().catch((error: unknown) => {
    answer.writeHead(500).end(String(error));
  });
});
server.listen(Number(FLOOR_PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
