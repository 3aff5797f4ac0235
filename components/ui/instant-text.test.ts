import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantText } from '#components/ui/instant-text.ts';

test('an instant is shown in the local time of the zone', () => {
  expect(instantText('2026-11-23T14:03:22.900Z', 'UTC')).toBe('2026-11-23 14:03:22');
  expect(instantText('2026-11-23T14:03:22Z', 'Africa/Johannesburg')).toBe('2026-11-23 16:03:22');
  expect(instantText('2026-11-23T22:00:00Z', 'Africa/Johannesburg')).toBe('2026-11-24 00:00:00');
  expect(instantText('2026-11-23T14:03:22Z', 'Pacific/Kiritimati')).toBe('2026-11-24 04:03:22');
});

test('in UTC it is what the instant says of itself', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (at) => {
        const iso = at.toISOString();
        expect(instantText(iso, 'UTC')).toBe(iso.slice(0, 19).replace('T', ' '));
      },
    ),
  );
});
