import { randomUUID } from 'node:crypto';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';

export async function testOperator(role: 'viewer' | 'operator' | 'admin', name: string) {
  const id = randomUUID();
  await pool().query(
    `insert into "user" (id, name, email, email_verified, role, created_at, updated_at)
     values ($1, $2, $1 || '@operators.example', true, $3, now(), now())`,
    [id, name, role],
  );
  return { operatorId: id, actor: operatorActor(role, id, name, '192.0.2.7', new Date()) };
}
