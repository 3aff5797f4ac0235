import { expect, test } from 'vitest';
import type { Message } from '#lib/following/messages/answers.ts';
import { keepSeen, seenIn, unseenOf } from './unseen.ts';

const message = (id: string, author: Message['author']): Message => ({
  ...{ id, author, by: null, text: id, state: 'received', problem: null },
  ...{ writtenAt: '2026-11-23T10:00:00Z', sentAt: null },
});
const said = [
  message('a', 'control_room'),
  message('b', 'person'),
  message('c', 'control_room'),
  message('d', 'operator'),
];

test('what the control room said, and was not seen here, is to be seen', () => {
  expect(unseenOf(said, new Set()).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(unseenOf(said, new Set(['a'])).map(({ id }) => id)).toEqual(['c']);
});

test('what was seen stays seen on the device, for each callout by itself', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  keepSeen(storage, 1, new Set(['a']));
  expect([...seenIn(storage, 1)]).toEqual(['a']);
  expect(seenIn(storage, 2).size).toBe(0);
});

test.each(['{', '{"a":1}', 'null', '[1,null,{}]'])('%s that something else kept is nothing seen', (text) => {
  expect(seenIn(() => ({ getItem: () => text, setItem: () => undefined }), 1).size).toBe(0);
});

test('without storage new messages are shown on every visit', () => {
  const blocked = () => {
    throw new Error('blocked');
  };
  expect(seenIn(blocked, 1).size).toBe(0);
  expect(() => keepSeen(blocked, 1, new Set(['a']))).not.toThrow();
});
