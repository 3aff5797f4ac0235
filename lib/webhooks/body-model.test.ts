import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showBody } from '#lib/webhooks/body-model.ts';

const show = (body: unknown) => showBody(JSON.stringify(body)).text;

test('a body keeps what explains it and loses what opens something', () => {
  const text = show({
    message: 'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA',
    callout: {
      id: 5003,
      createdAt: '2026-11-24T00:10:00.000Z',
      url: 'https://track.aura.services/?sessionToken=U2FsdGVkX1&calloutId=5003',
      note: 'see https://track.aura.services/x or call 082 123 4567',
      accessToken: { nested: 'abc' },
      safeCode: 1234,
      customer: { mobile: '+27821234567', phoneNumber: 27821234567 },
      opaque: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
    },
  });
  for (const kept of [
    'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA',
    '5003',
    '2026-11-24T00:10:00.000Z',
    '+27…567',
  ]) {
    expect(text).toContain(kept);
  }
  for (const hidden of ['U2Fsd', 'track.aura', 'abc', '1234', '82123', '123 45', 'eyJ']) {
    expect(text).not.toContain(hidden);
  }
});

test('whatever JSON stands around them, no tracking link, token or whole mobile is shown', () => {
  const secrets = fc.constantFrom(
    { trackingUrl: 'dispatch.test/s3cr3t' },
    { note: 'https://dispatch.test/s3cr3t' },
    { token: ['s3cr3t'] },
    { 'https://dispatch.test/s3cr3t': 1 },
    { text: 'call +27821s3cr3t'.replace('s3cr3t', '234567') },
  );
  fc.assert(
    fc.property(secrets, fc.jsonValue(), fc.array(fc.string(), { maxLength: 8 }), (secret, beside, path) => {
      const nested = path.reduce<unknown>((inner, name) => ({ [name]: [inner, 0] }), secret);
      const text = show([beside, nested]);
      expect(text).not.toContain('s3cr3t');
      expect(text).not.toContain('+27821234567');
    }),
  );
});

test('a body of any depth and length is shown, as far as anybody reads', () => {
  expect(showBody('['.repeat(100_000) + ']'.repeat(100_000)).text).toContain('[deeper]');
  for (const piece of ['a', 'a.', '+', '0 ', 'a:/']) {
    expect(showBody(JSON.stringify(piece.repeat(80_000))).text).not.toBe('');
  }
  const long = showBody(JSON.stringify('abc '.repeat(60_000)));
  expect(long.isCut).toBe(true);
  expect(long.text.length).toBeLessThan(70_000);
});
