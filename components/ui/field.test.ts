import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CodeField } from '#components/ui/code-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type TextFieldProps = Parameters<typeof TextField>[0];

const render = (props: Partial<TextFieldProps>) =>
  renderToStaticMarkup(createElement(TextField, { label: 'Name', name: 'name', ...props }));

const attribute = (html: string, tag: string, name: string) =>
  html.match(new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`))?.[1];

const textOf = (html: string, id: string) =>
  html
    .split(`id="${id}"`)[1]
    ?.split('</p>')[0]
    ?.replace(/^[^>]*>/, '')
    .replaceAll(/<[^>]*>/g, '');

describe('a field', () => {
  it('names its control by the label', () => {
    const html = render({});
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'));
  });

  it('describes the control by the error first, then the hint, and marks it as wrong', () => {
    const html = render({ hint: 'As in your passport.', error: 'Give a name.' });
    const described = attribute(html, 'input', 'aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => textOf(html, id))).toEqual(['Give a name.', 'As in your passport.']);
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true');
  });

  it('neither describes nor marks what needs it not', () => {
    const html = render({ required: true });
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('aria-invalid=');
    expect(html).not.toContain('Optional');
  });

  it('says what may be left out', () => {
    expect(render({})).toContain('Optional');
  });
});

describe('a code field', () => {
  it('allows autofill of the code, and separators from any keyboard', () => {
    const html = renderToStaticMarkup(createElement(CodeField, { label: 'Code', name: 'code' }));
    expect(html).toContain('autoComplete="one-time-code"');
    expect(html).toContain('inputMode="numeric"');
    expect(Number(attribute(html, 'input', 'maxLength'))).toBeGreaterThan(20);
    expect(html).not.toContain('pattern');
  });
});
