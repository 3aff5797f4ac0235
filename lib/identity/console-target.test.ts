import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleTarget, returnPathOf } from './console-target.ts';

describe('where a sign-in or a step-up goes on', () => {
  const SITE = 'https://vigil.example';
  const BOARD = { href: '/admin/callouts', isFile: false };

  test.each([
    ['/admin/operators', { href: '/admin/operators', isFile: false }],
    ['/admin/customers/7?q=a', { href: '/admin/customers/7?q=a', isFile: false }],
    ['/api/admin/audit?from=2026-01-01', { href: '/api/admin/audit?from=2026-01-01', isFile: true }],
    [`${SITE}/admin/operators`, { href: '/admin/operators', isFile: false }],
    ['/admin/callouts#need-7', { href: '/admin/callouts#need-7', isFile: false }],
    ['', BOARD],
    ['/panic', BOARD],
    ['/admin/../panic', BOARD],
    ['/admin/step-up?to=/admin/step-up', BOARD],
    ['/admin/new-password/x', BOARD],
    ['https://elsewhere.example/admin/operators', BOARD],
    ['//elsewhere.example/admin/operators', BOARD],
    ['/\\elsewhere.example/admin/operators', BOARD],
    ['javascript:alert(1)//admin/', BOARD],
  ])('%s', (asked, target) => {
    expect(consoleTarget(asked, SITE)).toEqual(target);
  });

  test('is never anywhere else, whatever a link says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (asked) => {
        const { href } = consoleTarget(asked, SITE);
        expect(new URL(href, SITE).origin).toBe(SITE);
        expect(href).toMatch(/^\/(api\/)?admin\//);
      }),
    );
  });
});

test.each([
  ['/admin/callouts/7', '?a=b', '/admin/callouts/7?a=b'],
  ['/admin/callouts', '', '/admin/callouts'],
  ['/admin/reports', '', undefined],
  ['/admin/callouts/x', '', undefined],
  ['/admin', '', undefined],
  ['/admin/sign-in', '', undefined],
  ['/admin/second-factor/set-up', '', undefined],
  ['/panic', '', undefined],
])('the return path of %s%s is %s', (pathname, search, kept) => {
  expect(returnPathOf({ pathname, search })).toBe(kept);
});
