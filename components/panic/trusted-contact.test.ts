import { expect, it } from 'vitest';
import { messageTo } from '#components/panic/trusted-contact.tsx';
import { translateInto } from '#lib/languages/catalogue.ts';

const EN = translateInto('en');
const CONTACT = { mobile: '+27821234567' };

it('is a message to the number, with nothing in it that ends the link', () => {
  const [to, body = ''] = messageTo(CONTACT, EN).split('?&body=');
  expect(to).toBe('sms:+27821234567');
  expect(body).not.toMatch(/[\s&#?]/);
  expect(decodeURIComponent(body)).toContain('I need help');
});

it('says where the person is only where that is known', () => {
  const fix = {
    latitude: -26.1,
    longitude: 28.05,
    accuracy: 11.6,
    fixedAt: '2026-11-23T10:00:00.000Z',
    source: 'live',
  } as const;
  expect(decodeURIComponent(messageTo(CONTACT, EN, fix))).toContain('-26.10000, 28.05000, to about 12 m');
  expect(messageTo(CONTACT, EN)).not.toContain('near');
});
