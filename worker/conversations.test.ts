import { expect, test } from 'vitest';
import { unreadSince } from '#lib/callouts/follow-model.ts';
import { pool } from '#lib/db/database.ts';
import { followConversations } from '#lib/following/messages/follow-conversations.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

test('three rounds reach a conversation without viewers, although more are watched than they can read', async () => {
  for (let raised = 0; raised < 32; raised += 1) await raiseTestCallout();
  await pool().query(
    `update callout set watched_until = now() + interval '1 hour'
     where id in (select id from callout order by id limit 31)`,
  );
  await pool().query(
    `insert into message_stream (callout_id, asked_at)
     select id, now() - case when watched_until is null then interval '10 min' else interval '10 s' end from callout`,
  );
  for (const round of [0, 1, 2]) {
    await pool().query('update following set reads_left = 50');
    await followConversations(systemActor('test'), { before: unreadSince(round, 5_000, new Date()) });
  }
  const { rows } = await pool().query(
    `select (watched_until is not null) as watched, count(*)::int as asked from callout
     join message_stream on callout_id = id where message_stream.asked_at > now() - interval '9 s'
     group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { watched: false, asked: 1 },
    { watched: true, asked: 20 },
  ]);
});
