import { expect, it } from 'vitest';
import { isTranslated } from './languages.ts';

it.each(['/', '/panic', '/profile', '/privacy', '/deleted/1', '/administration', '/not-there', ''])(
  '%s is in all languages',
  (path) => expect(isTranslated(path)).toBe(true),
);

it.each(['/admin', '/admin/callouts', '/admin/not-there'])('%s is the console, in English', (path) =>
  expect(isTranslated(path)).toBe(false),
);
