import { describe, expect, test } from 'vitest';
import { anyUrl } from './hosted-url.ts';
import { rowOf } from './operations.ts';
import { answerSamples, calloutSamples, mutationsOf, type Sample } from './samples.ts';
import { unknownFieldsOf } from './unknown-fields.ts';

const samples = [...calloutSamples, ...answerSamples];

function readerOf({ readBy }: Sample) {
  const schema = rowOf(readBy).answer(anyUrl);
  const drift = unknownFieldsOf(schema);
  return { read: (body: unknown) => schema.safeParse(body), drift };
}

/** Every value in it that is no object, as a text. */
function leavesOf(value: unknown): Set<string> {
  if (value === null || value === undefined || typeof value === 'boolean') return new Set();
  if (typeof value !== 'object') return new Set([spelled(value)]);
  return new Set(Object.values(value).flatMap((inner) => [...leavesOf(inner)]));
}

/** A number reads the same as its text. */
function spelled(value: unknown): string {
  const text = String(value);
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** What may go with a path: what stands there, the other half of a position, and a set that must be whole to be known. */
function mayGo(sample: unknown, path: string): Set<string> {
  const keys = path === '' ? [] : path.split('.');
  const last = keys.at(-1) ?? '';
  const isWhole = keys.length > 1 && keys.at(-2) === 'dependantCustomerIds';
  const isCoordinate = /^(lat|lon|lng|latitude|longitude)$/.test(last);
  const holder = (isCoordinate || isWhole ? keys.slice(0, -1) : keys).reduce<unknown>(
    (value, key) => Reflect.get(Object(value), key),
    sample,
  );
  return leavesOf(holder);
}

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
  const { read, drift } = readerOf(sample);
  const whole = read(sample.body);
  // What AURA has taken is taken, whatever its answer looks like.
  const isTaken = ['sendEvent', 'cancelCallout', 'sendDeviceEvent'].includes(sample.readBy);
  const own = leavesOf(sample.body);
  const kept = new Set([...leavesOf(whole.data)].filter((leaf) => own.has(leaf)));

  test('is read, with nothing in it that is new to us', () => {
    expect(whole.success).toBe(true);
    expect(drift(sample.body)).toEqual([]);
    expect(kept.size).toBeGreaterThan(0);
  });

  test('keeps all the rest when one thing in it is missing, null, of another type or unknown', () => {
    const mutations = mutationsOf(sample.body);
    expect(mutations.length).toBeGreaterThan(8);
    for (const { what, path, body, put } of mutations) {
      const where = `${path || 'the body'} ${what}`;
      const mutated = read(body);
      const isNeeded =
        sample.needs !== null &&
        (sample.needs === path || sample.needs.startsWith(`${path}.`) || path === '');
      if (!mutated.success) {
        expect(isNeeded && !isTaken, `${where} made the whole unreadable`).toBe(true);
        continue;
      }
      if (isNeeded) continue;
      const present = leavesOf(mutated.data);
      const lost = [...kept].filter((leaf) => !present.has(leaf));
      const may = mayGo(sample.body, path);
      expect(
        lost.filter((leaf) => !may.has(leaf)),
        `lost with ${where}`,
      ).toEqual([]);
      const hasDrift = drift(body).length > 0;
      const isRead = [...leavesOf(put)].some((leaf) => present.has(leaf));
      const isSilent =
        put === undefined || put === null || isRead || (Array.isArray(put) && put.length === 0);
      if (lost.length > 0 && !isSilent) expect(hasDrift, `${where} is counted as drift`).toBe(true);
      if (what.startsWith('with an unknown')) expect(drift(body).join(), where).toContain('keyOfTomorrow');
    }
  });
});

test('a bare answer is read like the one in its envelope', () => {
  for (const { readBy, body } of [...calloutSamples, ...answerSamples]) {
    const schema = rowOf(readBy).answer(anyUrl);
    if (typeof body !== 'object' || body === null || !('callout' in body)) continue;
    expect(schema.parse(body.callout)).toEqual(schema.parse(body));
  }
});
