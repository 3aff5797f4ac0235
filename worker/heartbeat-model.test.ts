import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BEAT_EVERY_MS,
  type HeartbeatPart,
  heartbeatParts,
  type Progress,
  STUCK_AFTER_MS,
  stuckParts,
} from './heartbeat-model.ts';

const instant = fc.integer({ min: 0, max: 10_000_000 });
const part = fc.constantFrom(...heartbeatParts);
const alive = (atMs: number): Progress => ({
  database: atMs,
  poller: atMs,
  deliveries: atMs,
  escalation: atMs,
});

test('one stuck part is enough for silence, whichever it is', () => {
  const age = fc.option(fc.integer({ min: STUCK_AFTER_MS + 1, max: 1e9 }), { nil: null });
  fc.assert(
    fc.property(instant, part, age, (nowMs, stuck, ageMs) => {
      const progress = { ...alive(nowMs), [stuck]: ageMs === null ? null : nowMs - ageMs };
      expect(stuckParts(progress, nowMs)).toEqual([stuck]);
    }),
  );
});

test('parts that each got something done lately are not stuck', () => {
  const age = fc.integer({ min: 0, max: STUCK_AFTER_MS });
  fc.assert(
    fc.property(instant, age, age, age, age, (nowMs, a, b, c, d) => {
      const progress: Progress = {
        database: nowMs - a,
        poller: nowMs - b,
        deliveries: nowMs - c,
        escalation: nowMs - d,
      };
      expect(stuckParts(progress, nowMs)).toEqual([]);
    }),
  );
});

test('after a part has stopped, no call goes out later than a minute after, whenever the calls fall', () => {
  const offset = fc.integer({ min: 0, max: BEAT_EVERY_MS });
  fc.assert(
    fc.property(instant, offset, part, (stoppedMs, firstMs, stopped: HeartbeatPart) => {
      const calls = Array.from({ length: 10 }, (_, at) => stoppedMs + firstMs + at * BEAT_EVERY_MS).filter(
        (atMs) => stuckParts({ ...alive(atMs), [stopped]: stoppedMs }, atMs).length === 0,
      );
      for (const atMs of calls) expect(atMs - stoppedMs).toBeLessThan(60_000);
    }),
  );
});
