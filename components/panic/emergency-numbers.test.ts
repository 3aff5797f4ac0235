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

it('puts the control room beside the first number', () => {
  const html = renderToStaticMarkup(
    createElement(EmergencyNumbers, { numbers: ['112', '10111'], controlRoom: '010 555 0100' }),
  );
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    'tel:112',
    'tel:0105550100',
    'tel:10111',
  ]);
  expect(html).toContain('Control room');
});

it('says to call even when no number is known', () => {
  expect(render([])).toContain('Call the emergency number');
});
