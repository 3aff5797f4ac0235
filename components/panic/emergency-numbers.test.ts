import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';

const render = (numbers: readonly string[]) =>
  renderToStaticMarkup(createElement(EmergencyNumbers, { numbers, weight: 'first' }));

it('links each number for the phone, without the spaces that people read', () => {
  const html = render(['112', '+27 10 111']);
  expect(html).toContain('href="tel:112"');
  expect(html).toContain('href="tel:+2710111"');
  expect(html).toContain('Call +27 10 111');
});

it('says to call even when no number is known', () => {
  expect(render([])).toContain('Call the emergency number');
});
