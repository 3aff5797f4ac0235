import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  environmentSchema,
  type environmentShape,
  problemsWith,
  problemsWithOwn,
  withoutEmpty,
} from '#lib/platform/env-schema.ts';

type Variable = keyof typeof environmentShape;

const LIVE = {
  AURA_BASE_URL: 'https://staging-panic.aura.services/panic-api/v2',
  AURA_CLIENT_ID: 'client',
  AURA_CLIENT_SECRET: 'client secret',
  SECRET_KEY: 'a secret key of thirty-two bytes or more',
  SMS_WEBHOOK_URL: 'https://sms.example/send',
};

const MAIL = { SMTP_URL: 'smtps://user:secret@mail.example:465', MAIL_FROM: 'vigil@b.example' };

const BAD: Partial<Record<Variable, readonly string[]>> = {
  AURA_BASE_URL: ['staging-panic.aura.services', 'ftp://aura.example', 'http://aura.example/v2', 'https://'],
  AURA_WEBHOOK_TOKEN: ['short'],
  METRICS_TOKEN: ['fifteen letters'],
  LOG_LEVEL: ['verbose', 'INFO'],
  WORKER_METRICS_PORT: ['none', '70000'],
  AURA_RESPONSE_TYPE_ID: ['SECURITY', '0', '-4', '1.5'],
  AURA_SUBSCRIPTION_TYPE_ID: ['gold', '0'],
  DATABASE_URL: ['mysql://db.example/vigil', 'db.example:5432'],
  DATABASE_DIRECT_URL: ['mysql://db.example/vigil', 'db.example:5432'],
  PORT: ['http', '0', '65536', '3000.5', '-1'],
  APP_URL: ['vigil.example', 'http://vigil.example', 'javascript:alert(1)'],
  SANDBOX_PORT: ['none', '70000'],
  SECRET_KEY: ['thirty-one bytes are not enough'],
  TRACKING_MODE: ['iframe', 'AUTO'],
  TRACKING_GEOLOCATION: ['yes', 'ALWAYS'],
  MAP_STYLE_URL: ['http://tiles.example/style.json', 'tiles.example/style.json', 'file:///style.json'],
  MAP_PMTILES: ['map.pmtiles', './map.pmtiles', 'http://tiles.example/map.pmtiles'],
  TRACKING_HOSTS: [
    'https://track.example',
    'a b',
    ',',
    'track.example/path',
    '*',
    'a.*.example',
    "'none'; script-src *",
  ],
  SMS_WEBHOOK_URL: ['http://sms.example/send', 'sms'],
  SMS_STATUS_TOKEN: ['short'],
  SMS_FALLBACK_WEBHOOK_URL: ['http://second.example/send', 'second'],
  SMS_PRESS_NUMBER: ['help', '12', '+27 82 000'],
  SMS_IN_TOKEN: ['short'],
  ADMIN_EMAIL: ['admin', 'admin@'],
  ADMIN_PASSWORD: ['too short'],
  ADMIN_SECOND_FACTOR: ['yes'],
  EMERGENCY_NUMBERS: ['police', '1', ',', '112;10111'],
  CONTROL_ROOM_NUMBER: ['control room', '1', '112,10111'],
  PRESS_EXPIRY_MINUTES: ['soon', '0', '-1', '1441'],
  NO_RESPONDER_MINUTES: ['soon', '0', '61'],
  ACKNOWLEDGE_MINUTES: ['soon', '0', '121'],
  ESCALATE_AFTER_MINUTES: ['soon', '0', '61'],
  ESCALATION_MOBILES: ['0821234567', '+27 82 123', ','],
  ESCALATION_EMAILS: ['on-call', ','],
  ESCALATION_TIERS: [
    '+27821234567',
    '3: 0821234567',
    '3:',
    '8: +27821234567; 3: +27829876543',
    '3: +27821234567; 3: +27829876543',
    '0: +27821234567',
    '61: +27821234567',
    '3: +27821234567;',
    'x: +27821234567',
  ],
  SMTP_URL: ['mail.example', 'https://mail.example'],
  MAIL_FROM: ['vigil'],
  HEARTBEAT_URL: ['http://monitor.example/ping', 'monitor.example/ping'],
  NODE_ENV: ['staging'],
  TRUSTED_PROXY_HOPS: ['all', '-1', '11', '0.5'],
  TRUSTED_PROXIES: ['proxy.example', '10.0.0.0/33', '10.0.0.1/', 'fd00::/129', '10.0.0.0/8/8', ','],
  HOST: ['vigil.example', '10.0.0', '127.0.0.1:3000'],
};

test('an empty environment is the sandbox, with the documented defaults', () => {
  expect(environmentSchema.parse({})).toMatchObject({
    PORT: 3000,
    SANDBOX_PORT: 4010,
    TRACKING_MODE: 'auto',
    TRACKING_GEOLOCATION: 'off',
    EMERGENCY_NUMBERS: ['112', '10111'],
    PRESS_EXPIRY_MINUTES: 10,
    NO_RESPONDER_MINUTES: 2,
    ACKNOWLEDGE_MINUTES: 10,
    ESCALATE_AFTER_MINUTES: 3,
    TRUSTED_PROXY_HOPS: 0,
  });
});

describe('a bad value gives one line, which begins with its variable and never repeats the value', () => {
  // Numbers such as 0 or 10 may well be part of a message that tells the limits.
  const mayAppear = (value: string) => /^[\W\d]*$/.test(value);

  test.each(Object.entries(BAD).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s=%s',
    (name, value) => {
      const beside = name === 'ADMIN_EMAIL' ? { ADMIN_PASSWORD: 'a password of some length' } : {};
      const alone = name === 'ADMIN_PASSWORD' ? { ADMIN_EMAIL: 'admin@vigil.example' } : beside;
      const live = name === 'AURA_BASE_URL' ? LIVE : {};
      const pooled = name === 'DATABASE_DIRECT_URL' ? { DATABASE_URL: 'postgres://db.example/vigil' } : {};
      const mail = name === 'ESCALATION_EMAILS' ? MAIL : {};
      const problems = problemsWith({ ...live, ...mail, ...pooled, ...alone, [name]: value });
      expect(problems.map((line) => line.split(':')[0])).toEqual([name]);
      if (!mayAppear(value)) expect(problems.join('\n')).not.toContain(value);
    },
  );
});

test('several bad values give a line each', () => {
  const problems = problemsWith({ PORT: 'x', SECRET_KEY: 'y', TRACKING_MODE: 'z' });
  expect(problems.map((line) => line.split(':')[0]).sort()).toEqual(['PORT', 'SECRET_KEY', 'TRACKING_MODE']);
});

test.each(['AURA_CLIENT_ID', 'AURA_CLIENT_SECRET', 'SECRET_KEY', 'SMS_WEBHOOK_URL'])(
  'live refuses to start without %s',
  (name) => {
    expect(problemsWith(LIVE)).toEqual([]);
    expect(problemsWith({ ...LIVE, [name]: '' })).toEqual([`${name}: must be set when AURA_BASE_URL is set`]);
  },
);

test('with the sandbox beside it, the AURA address asks for nothing more', () => {
  const sandbox = {
    AURA_BASE_URL: 'http://127.0.0.1:4010/panic-api/v2',
    SANDBOX_URL: 'http://127.0.0.1:4010',
  };
  expect(problemsWith(sandbox)).toEqual([]);
});

test.each(['http://localhost:9/v2', 'http://127.0.0.1/v2', 'http://[::1]:9/v2'])(
  'plain http is taken on this machine: %s',
  (url) => {
    expect(problemsWith({ ...LIVE, AURA_BASE_URL: url })).toEqual([]);
  },
);

test.each([
  'http://localhost.example.org/v2',
  'http://127.0.0.1.example.org/v2',
  'http://0.0.0.0/v2',
  'http://user@aura.example/v2',
])('plain http is refused elsewhere: %s', (url) => {
  expect(problemsWith({ ...LIVE, AURA_BASE_URL: url })).toEqual([
    'AURA_BASE_URL: must be https unless the host is loopback',
  ]);
});

test('tracking hosts are a list of names in small letters', () => {
  const { TRACKING_HOSTS } = environmentSchema.parse({
    TRACKING_HOSTS: ' *.Aura.Services , track.example:8443,,localhost:4010 ',
  });
  expect(TRACKING_HOSTS).toEqual(['*.aura.services', 'track.example:8443', 'localhost:4010']);
});

test('addresses lose their trailing slashes, so that paths can be appended', () => {
  expect(environmentSchema.parse({ APP_URL: 'https://vigil.example//' }).APP_URL).toBe(
    'https://vigil.example',
  );
});

test('an address past the pooler needs the one through it', () => {
  const direct = 'postgres://db.example/vigil';
  expect(problemsWith({ DATABASE_DIRECT_URL: direct })).toEqual([
    'DATABASE_URL: must be set with DATABASE_DIRECT_URL',
  ]);
  expect(problemsWith({ DATABASE_DIRECT_URL: direct, DATABASE_URL: direct })).toEqual([]);
});

test('an admin needs both an address and a password', () => {
  expect(problemsWith({ ADMIN_EMAIL: 'a@b.example' })).toEqual([
    'ADMIN_PASSWORD: must be set with ADMIN_EMAIL',
  ]);
  expect(problemsWith({ ADMIN_PASSWORD: 'a password of some length' })).toEqual([
    'ADMIN_EMAIL: must be set with ADMIN_PASSWORD',
  ]);
});

test('e-mail to others needs a server and a sender', () => {
  const emails = { ESCALATION_EMAILS: 'a@b.example, c@d.example' };
  expect(problemsWith(emails)).toEqual([
    'SMTP_URL: must be set with ESCALATION_EMAILS',
    'MAIL_FROM: must be set with ESCALATION_EMAILS',
  ]);
  expect(problemsWith({ ...emails, ...MAIL })).toEqual([]);
});

test('tiers stand alone, and with an e-mail address need a server and a sender', () => {
  const ESCALATION_TIERS = '3: +27821234567, a@b.example; 8: +27829876543';
  expect(problemsWith({ ESCALATION_TIERS })).toEqual([
    'SMTP_URL: must be set when ESCALATION_TIERS has an e-mail address',
    'MAIL_FROM: must be set when ESCALATION_TIERS has an e-mail address',
  ]);
  expect(problemsWith({ ...MAIL, ESCALATION_TIERS })).toEqual([]);
  expect(problemsWith({ ...MAIL, ESCALATION_TIERS, ESCALATION_MOBILES: '+27821234567' })).toEqual([
    'ESCALATION_MOBILES: must not be set with ESCALATION_TIERS',
  ]);
  expect(environmentSchema.parse({ ...MAIL, ESCALATION_TIERS }).ESCALATION_TIERS).toEqual([
    { afterMinutes: 3, recipients: ['+27821234567', 'a@b.example'] },
    { afterMinutes: 8, recipients: ['+27829876543'] },
  ]);
});

test('app and worker cannot share a port', () => {
  expect(problemsWith({ WORKER_METRICS_PORT: '9464' })).toEqual([]);
  expect(problemsWith({ WORKER_METRICS_PORT: '3000' })).toEqual([
    'WORKER_METRICS_PORT: must differ from PORT',
  ]);
});

test('app and sandbox cannot share a port', () => {
  expect(problemsWith({ PORT: '4010' })).toEqual(['SANDBOX_PORT: must differ from PORT']);
});

test('a key counts in bytes, not in letters', () => {
  expect(problemsWith({ SECRET_KEY: 'é'.repeat(16) })).toEqual([]);
  expect(problemsWith({ SECRET_KEY: 'e'.repeat(31) })).toHaveLength(1);
});

test('empty values count as unset, and all others stay as they are', () => {
  const values = fc.dictionary(fc.string(), fc.option(fc.string(), { nil: undefined }));
  fc.assert(
    fc.property(values, (raw) => {
      const kept = withoutEmpty(raw);
      for (const [name, value] of Object.entries(raw)) {
        if (value) expect(Object.getOwnPropertyDescriptor(kept, name)?.value).toBe(value);
        else expect(Object.hasOwn(kept, name)).toBe(false);
      }
    }),
  );
});

test.each([
  ['https://vigil.example', 'vigil.example'],
  ['https://vigil.example', 'track.example, VIGIL.example:443'],
  ['https://vigil.example:8443', 'vigil.example:8443'],
  ['https://vigil.example', '*.example'],
  ['', 'localhost:3000'],
])('our own host is no host of tracking pages: %s, %s', (APP_URL, TRACKING_HOSTS) => {
  expect(problemsWith({ APP_URL, TRACKING_HOSTS })).toEqual([
    'TRACKING_HOSTS: must not name the host of APP_URL',
  ]);
});

test.each([
  ['https://vigil.example', 'track.vigil.example, *.vigil.example, notvigil.example'],
  ['https://vigil.example', 'vigil.example:8443'],
  ['', 'localhost:4010, 127.0.0.1:3000'],
])('other hosts may show tracking pages: %s, %s', (APP_URL, TRACKING_HOSTS) => {
  expect(problemsWith({ APP_URL, TRACKING_HOSTS })).toEqual([]);
});

test('a real AURA is never taken for the sandbox because of a setting', () => {
  const sandboxUrl = 'http://127.0.0.1:4010';
  expect(problemsWithOwn({ ...LIVE, SANDBOX_URL: sandboxUrl })).toEqual([
    'SANDBOX_URL: must not be set with AURA_BASE_URL; npm start sets it for its sandbox',
  ]);
  expect(problemsWithOwn(LIVE)).toEqual([]);
  expect(problemsWithOwn({ SANDBOX_URL: sandboxUrl })).toEqual([]);
});
