import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CloseReported } from './close-reported.tsx';

const servedAt = '2026-05-01T10:00:05.000Z';
const render = (closeReportedAt: string | null) =>
  renderToStaticMarkup(createElement(CloseReported, { callout: { closeReportedAt, servedAt } }));

it('says that a close was reported, that it is not confirmed, and when', () => {
  const html = render('2026-05-01T10:00:00.000Z');
  expect(html).toContain('AURA reported that this callout is closed. That is not confirmed yet');
  expect(html).toContain('dateTime="2026-05-01T10:00:00.000Z"');
});

it('says nothing where nothing was reported', () => {
  expect(render(null)).toBe('');
});
