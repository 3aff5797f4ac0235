import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentsOf, brandStyle, SCHEMES, unreadable } from '#lib/platform/brand-colours.ts';
import { contrastOf, mixed } from '#lib/platform/contrast.ts';
import { problemsWith } from '#lib/platform/env-schema.ts';
import { logoIn } from '#lib/platform/logo-file.ts';
import { testFolder } from '#lib/testing/test-folder.ts';

const CSS = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const folder = testFolder();

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function file(content: string | Buffer): string {
  const path = join(folder, `logo-${Math.random()}`);
  writeFileSync(path, content);
  return path;
}
const problemOf = (content: string | Buffer) => {
  const read = logoIn(file(content));
  return 'problem' in read ? read.problem : undefined;
};

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1);
  });

  it('is the same both ways, and from 1 to 21', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        const ratio = contrastOf(one, other);
        expect(ratio).toBe(contrastOf(other, one));
        expect(ratio >= 1 && ratio <= 21.001).toBe(true);
      }),
    );
  });

  it('of a mixture lies between', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        expect([mixed(one, other, 1), mixed(one, other, 0)]).toEqual([one, other]);
      }),
    );
  });
});

describe('the colours', () => {
  it('are measured against those of the style sheet', () => {
    const [light = '', dark = ''] = CSS.split('@media (prefers-color-scheme: dark)');
    for (const [css, { ink, behind }] of [
      [light, SCHEMES.light],
      [dark, SCHEMES.dark],
    ] as const) {
      const setIn = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1];
      expect([ink, ...behind]).toEqual(['accent-ink', 'canvas', 'surface', 'sunken'].map(setIn));
    }
  });

  it('that Vigil has itself can be read', () => {
    expect([unreadable('#0a4d57', 'light'), unreadable('#8fd6df', 'dark')]).toEqual([undefined, undefined]);
  });

  it('are refused with the measured contrast', () => {
    expect(problemsWith({ BRAND_COLOUR: '#ffcc00', SANDBOX_URL: 'http://127.0.0.1:1' })).toEqual([
      expect.stringMatching(
        /^BRAND_COLOUR: cannot be read on light screens: .* contrast of 1\.\d+ to 1, and 4\.5/,
      ),
    ]);
    expect(problemsWith({ BRAND_ACCENT: '#123456', SANDBOX_URL: 'http://127.0.0.1:1' })).toEqual([
      expect.stringMatching(/^BRAND_ACCENT: cannot be read on dark screens: .* contrast of \d\.?\d* to 1/),
    ]);
    expect(problemsWith({ BRAND_COLOUR: 'red', SANDBOX_URL: 'http://127.0.0.1:1' })).toEqual([
      'BRAND_COLOUR: must be a colour such as #0a4d57',
    ]);
  });

  it('that are taken can be read, whatever they are', () => {
    fc.assert(
      fc.property(anyColour, fc.constantFrom('light', 'dark'), (colour, name) => {
        fc.pre(unreadable(colour, name) === undefined);
        const { ink, behind } = SCHEMES[name];
        const accents = accentsOf(colour, name);
        const ratios = [ink, ...behind].map((other) => contrastOf(colour, other));
        ratios.push(contrastOf(accents['accent-strong'], accents['accent-wash']));
        expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 300 },
    );
  });

  it('leave the red of the panic button and of severities', () => {
    const style = brandStyle({ light: '#123456', dark: '#ddeeff' });
    expect(style).toContain('--accent:#123456');
    expect(style).not.toMatch(/panic|danger/);
    expect(brandStyle({})).toBe('');
  });
});

describe('a logo', () => {
  it.each([
    [
      'an SVG of shapes',
      `<?xml version="1.0"?>${SVG}<title>A</title><g fill="url(#a)"><path d="M0 0h8v8z"/></g></svg>`,
    ],
    ['an SVG that uses its own parts', `${SVG}<defs><path id="a" d="M0 0h8"/></defs><use href="#a"/></svg>`],
    ['a PNG', PNG],
  ])('may be %s', (_what, content) => {
    expect(problemOf(content)).toBeUndefined();
  });

  it.each([
    ['a script', `${SVG}<script>alert(1)</script></svg>`, /element script/],
    ['a handler', `${SVG}<path onload="alert(1)" d="M0 0"/></svg>`, /a script \(onload\)/],
    ['a document inside', `${SVG}<foreignObject/></svg>`, /element foreignObject/],
    ['a picture from elsewhere', `${SVG}<image href="https://x.example/a.png"/></svg>`, /element image/],
    ['a link', `${SVG}<use xlink:href="https://x.example/a.svg#a"/></svg>`, /outside of it/],
    ['a style from elsewhere', `${SVG}<path style="fill:url(https://x.example/)"/></svg>`, /outside of it/],
    ['a style sheet', `<?xml-stylesheet href="a.css"?>${SVG}</svg>`, /instruction/],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}</svg>`, /DOCTYPE/],
    ['no end', SVG, /well-formed/],
    ['another root', '<html></html>', /neither a PNG nor an SVG/],
    ['plain text', 'a logo', /neither a PNG nor a/],
    ['nothing', '', /neither a PNG nor an SVG/],
    ['half of a PNG', PNG.subarray(0, 40), /no whole PNG/],
    ['5 MB', Buffer.alloc(5 * 1024 * 1024), /^is 5120 KB, and may have 100 KB at most$/],
  ])('with %s is refused, and the reason is said', (_what, content, reason) => {
    expect(problemOf(content)).toMatch(reason);
  });

  it('of too many pixels is refused', () => {
    const huge = Buffer.from(PNG);
    huge.writeUInt32BE(100_000, 16);
    expect(problemOf(huge)).toMatch(/^is 100000 × 1 pixels/);
  });

  it('that is not there stops the start with its name', () => {
    const problems = (BRAND_LOGO: string) => problemsWith({ BRAND_LOGO, SANDBOX_URL: 'http://127.0.0.1:1' });
    expect(problems(join(folder, 'none.svg'))).toEqual(['BRAND_LOGO: is no file that can be read']);
    expect(problems('logo.svg')).toEqual(['BRAND_LOGO: must be an absolute path']);
  });
});

it.each([
  ['Safe & Sound', 0],
  ['Wag-’n-Bietjie 24', 0],
  ['أمان', 0],
  ['{name}', 1],
  ['A <b>', 1],
  ['A\nB', 1],
  ['x'.repeat(31), 1],
])('the name %j has %i problems', (BRAND_NAME, count) => {
  expect(problemsWith({ BRAND_NAME, SANDBOX_URL: 'http://127.0.0.1:1' })).toHaveLength(count);
});
