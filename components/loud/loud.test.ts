import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLoud, onLoudChange, startLoud, stopLoud } from './loud.ts';

const CSS = readFileSync(new URL('../../app/alarm-modes.css', import.meta.url), 'utf8');

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => {
  stopLoud();
  vi.unstubAllGlobals();
});

const storage = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

it('is loud until it is stopped, and once for each callout', () => {
  const heard = vi.fn();
  onLoudChange(heard);
  startLoud('100001');
  expect(isLoud()).toBe(true);
  stopLoud();
  startLoud('100001');
  expect([isLoud(), heard.mock.calls.length]).toEqual([false, 2]);
  startLoud('100002');
  expect(isLoud()).toBe(true);
});

it('goes on in a page that is loaded anew, and is over there once it was stopped', async () => {
  startLoud('100003');
  vi.resetModules();
  const anew = await import('./loud.ts');
  expect(anew.isLoud()).toBe(true);
  anew.stopLoud();
  expect(isLoud()).toBe(false);
});

it('works in a browser that keeps nothing', () => {
  const none = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { getItem: none, setItem: none });
  startLoud('100004');
  expect(isLoud()).toBe(true);
  stopLoud();
  expect(isLoud()).toBe(false);
});

it('flashes less than three times a second', () => {
  const seconds = Number(/animation: loud-light ([\d.]+)s/.exec(CSS)?.[1]);
  const flashes = CSS.match(/@keyframes loud-light \{[^@]*?\n\}/)?.[0].match(/\bfrom\b|\d+%/g) ?? [];
  expect(flashes.length).toBe(2);
  expect(1 / seconds).toBeLessThan(3);
});
