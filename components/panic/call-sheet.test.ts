import { describe, expect, it } from 'vitest';
import { translateInto } from '#lib/languages/catalogue.ts';
import { callSheet } from './call-sheet.ts';

const SHEET = { numbers: ['112', '0800 111 222'], isSandbox: false, build: 'b1', t: translateInto('en') };

describe('the call sheet', () => {
  it('needs nothing but itself: no script, no style sheet, no picture, nothing to be loaded', () => {
    const html = callSheet({ ...SHEET, refusalCode: 'session.required', isSandbox: true });
    expect(html).not.toMatch(/<script|<img|<iframe|rel="?(stylesheet|preload|modulepreload)|@import|url\(/i);
    expect(html).not.toMatch(/\bsrc=|\bon\w+=/);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses).toEqual(['data:,', '/', 'tel:112', 'tel:0800111222', '/panic']);
  });

  it('names the build that made it, and each number as it is written', () => {
    const html = callSheet(SHEET);
    expect(html).toContain('data-dpl-id="b1"');
    expect(html).toContain('>Call 0800 111 222</a>');
    expect(html).not.toContain('role="alert"');
    expect(html).not.toContain('Sandbox');
  });

  it('says why a press was refused, for codes that exist only', () => {
    expect(callSheet({ ...SHEET, refusalCode: 'session.required' })).toContain('Please sign in');
    expect(callSheet({ ...SHEET, refusalCode: '<b>no code</b>' })).not.toMatch(/role="alert"|no code/);
  });

  it('shows what settings say as text, and what to do without a number', () => {
    const html = callSheet({ ...SHEET, numbers: ['1<b>"'] });
    expect(html).toContain('Call 1&#60;b&#62;&#34;');
    expect(html).not.toContain('<b>');
    expect(callSheet({ ...SHEET, numbers: [] })).toContain('Call the emergency number of your area.');
    expect(callSheet({ ...SHEET, controlRoom: '010 555 0100' })).toContain(
      'href="tel:0105550100">Control room<',
    );
  });
});
