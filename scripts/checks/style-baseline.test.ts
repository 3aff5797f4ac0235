import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import olderStyles from '../older-styles.mjs';
import { checkBaseline } from './browser-baseline.ts';

const problemsOf = (text: string) => checkBaseline([{ path: 'page.css', text }], [], []).problems;

describe('styles past the oldest promised browsers', () => {
  it.each([
    'main:has(h1){color:red}',
    'main{&:hover{color:red}}',
    '@starting-style{a{opacity:0}}',
    '@scope (a){b{color:red}}',
    '@layer base{a{color:red}}',
    '@media (width>=40rem){a{color:red}}',
    '@property --x{syntax:"*";inherits:false;initial-value:0}',
    'body{min-height:100dvh}',
    'body{min-height:100dvh;min-height:100svh}',
    'b{font-size:16cqi}',
    'b{color:oklch(50% .1 20)}',
    'b{color:color-mix(in oklab,red 50%,blue)}',
    'b{color:rgb(from red r g b)}',
    'b{scale:.9}',
    'b{translate:0;translate:0 1px}',
    '@keyframes k{to{rotate:1turn}}',
    'p{text-wrap:pretty}',
  ])('are found: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  it.each([
    'body{min-height:100vh;min-height:100dvh}',
    '@supports (width:1cqi){b{font-size:16cqi}}',
    '@container (min-width:40rem){tr:has(:focus-visible){color:red}}',
    '@property --x{syntax:"*";inherits:false;initial-value:0}*,:before{--x:0}',
    '.h-\\[70dvh\\],.\\[\\&_b\\]\\:x b:is(a):where(c):not(d,e){inset:0;transform:scale(.9);margin-inline:1rem}',
  ])('are not what those browsers read, or need not read: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('styles as they are sent', () => {
  const sent = async (text: string) =>
    (await postcss([olderStyles()]).process(text, { from: undefined })).css;
  /** How much the rule that gives a colour counts: the ids in its selector. */
  const weightOf = (css: string, colour: string) =>
    new RegExp(`([^{}]*)\\{\\s*color: ?${colour}`).exec(css)?.[1]?.match(/(?<!\\)#/g)?.length ?? 0;

  it('have no layers, and each rule counts as it did', async () => {
    const css = await sent(
      '@layer base, utilities; @layer utilities{a{color:red}} @layer base{#b a{color:blue}} a{color:green}',
    );
    expect(problemsOf(css)).toEqual([]);
    expect(weightOf(css, 'blue')).toBeGreaterThan(0);
    expect(weightOf(css, 'red')).toBeGreaterThan(weightOf(css, 'blue'));
    expect(weightOf(css, 'green')).toBeGreaterThan(weightOf(css, 'red'));
  });

  it('count as the unlayered rules of Tailwind’s file where a file has no layers', async () => {
    const layers = ['properties', 'theme', 'base', 'components', 'utilities'];
    const tailwinds = layers.map((layer) => `@layer ${layer}{a{margin:0}}`).join('');
    const [whole, alone] = await Promise.all([sent(`${tailwinds} a{color:red}`), sent('a{color:red}')]);
    expect(weightOf(alone, 'red')).toBe(weightOf(whole, 'red'));
    expect(weightOf(alone, 'red')).toBe(layers.length);
  });

  it('give a height of the whole viewport before each that follows the bars of the browser', async () => {
    const css = await sent('body{min-height:100dvh;height:calc(50svh - 1rem)}');
    expect(css).toContain('min-height:100vh;min-height:100dvh');
    expect(problemsOf(css)).toEqual([]);
  });
});
