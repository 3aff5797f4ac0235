import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { livePostmaster, parsePostmasterPid } from './postmaster-pid.ts';

const file = (pid: number, status: string) =>
  [
    pid,
    '/srv/vigil/.data/postgres',
    '1795460000',
    '20001',
    '',
    '127.0.0.1',
    '  1234567   65538',
    status,
    '',
  ].join('\n');

describe('postmaster.pid', () => {
  test.each([
    ['ready   ', true],
    ['starting', false],
    ['stopping', false],
  ])('with status "%s"', (status, isReady) => {
    expect(parsePostmasterPid(file(4321, status))).toEqual({ pid: 4321, port: 20_001, isReady });
  });

  test.each([
    ['empty', ''],
    ['half written', '4321\n/srv/vigil'],
    ['no number', file(4321, 'ready').replace('4321', 'postgres')],
    ['every process', file(-1, 'ready')],
  ])('that is %s says nothing', (_what, text) => {
    expect(parsePostmasterPid(text)).toBeNull();
  });
});

describe('a live server', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vigil-pid-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('is absent without a file', () => {
    expect(livePostmaster(dir)).toBeNull();
  });

  test('is not any process that has come by the number since', () => {
    writeFileSync(join(dir, 'postmaster.pid'), file(process.pid, 'ready'));
    expect(livePostmaster(dir)).toBeNull();
  });
});
