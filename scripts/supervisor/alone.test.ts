import { describe, expect, test } from 'vitest';
import { problemsOf, settingsOf } from './alone.ts';

const RUNNING = {
  DATABASE_URL: 'postgres://u:hunter2@db.example/vigil',
  AURA_BASE_URL: 'https://aura.example/v2',
  AURA_CLIENT_ID: 'client',
  AURA_CLIENT_SECRET: 'hunter2',
  SECRET_KEY: 'hunter2 and more of at least thirty-two bytes',
  SMS_WEBHOOK_URL: 'https://sms.example/send',
};

describe.each(['app', 'worker'] as const)('%s', (part) => {
  test('runs with what every instance needs', () => {
    expect(settingsOf(part, { ...RUNNING, APP_URL: '' })).toEqual(RUNNING);
  });

  test.each(Object.keys(RUNNING))('names %s when it is missing, in one line', (name) => {
    const problems = problemsOf(
      part,
      Object.fromEntries(Object.entries(RUNNING).filter(([key]) => key !== name)),
    );
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^${name}: must be set for npm run ${part}`)),
    ]);
  });

  test('names every problem at once, and repeats no secret', () => {
    const problems = problemsOf(part, { DATABASE_URL: 'hunter2', PORT: 'many', SECRET_KEY: 'hunter2' });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'AURA_BASE_URL',
      'AURA_CLIENT_ID',
      'AURA_CLIENT_SECRET',
      'DATABASE_URL',
      'PORT',
      'SECRET_KEY',
      'SMS_WEBHOOK_URL',
    ]);
    expect(problems.join()).not.toContain('hunter2');
  });
});

test('migrations need the database alone', () => {
  expect(problemsOf('migrate', { DATABASE_URL: RUNNING.DATABASE_URL })).toEqual([]);
  expect(problemsOf('migrate', { AURA_BASE_URL: RUNNING.AURA_BASE_URL })).toEqual([
    expect.stringMatching(/^DATABASE_URL: must be set/),
  ]);
});

test('migrations run within npm start, where the sandbox stands in for AURA', () => {
  expect(problemsOf('migrate', { ...RUNNING, SANDBOX_URL: 'http://127.0.0.1:4010' })).toEqual([]);
});

test('a part alone, too, refuses the name of a sandbox beside a real AURA', () => {
  expect(problemsOf('app', { ...RUNNING, SANDBOX_URL: 'http://127.0.0.1:4010' })).toEqual([
    expect.stringMatching(/^SANDBOX_URL: must not be set with AURA_BASE_URL/),
  ]);
});
