import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import sax from 'sax';

// A logo of the deployment's own, which every page shows. Nothing but shapes: an SVG is a document, and could hold scripts
// and addresses of others.

export type Logo = { type: 'image/svg+xml' | 'image/png'; bytes: Buffer };

const MOST_BYTES = 100 * 1024;
const MOST_PIXELS = 4_096;

const SHAPES = new Set(
  'svg g path circle ellipse rect line polyline polygon title desc defs linearGradient radialGradient stop clipPath mask symbol use text tspan'.split(
    ' ',
  ),
);

/** Its words follow the name of the setting. */
class BadLogo extends Error {}

/** Throws {@link BadLogo} with the reason. */
function readLogo(path: string): Logo {
  if (!isAbsolute(path)) throw new BadLogo('must be an absolute path');
  const { size } = statOf(path);
  if (size > MOST_BYTES)
    throw new BadLogo(`is ${Math.ceil(size / 1024)} KB, and may have ${MOST_BYTES / 1024} KB at most`);
  return logoOf(readFileSync(/* turbopackIgnore: true */ path));
}

/** The logo of a file, or why it cannot be one. */
export function logoIn(path: string): { logo: Logo } | { problem: string } {
  try {
    return { logo: readLogo(path) };
  } catch (error) {
    if (error instanceof BadLogo) return { problem: error.message };
    throw error;
  }
}

function statOf(path: string) {
  const stat = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new BadLogo('is no file that can be read');
  return stat;
}

function logoOf(bytes: Buffer): Logo {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') {
    checkPng(bytes);
    return { type: 'image/png', bytes };
  }
  checkSvg(bytes.toString('utf8'));
  return { type: 'image/svg+xml', bytes };
}

const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_END = Buffer.from('49454e44ae426082', 'hex');

function checkPng(bytes: Buffer): void {
  const isWhole = bytes.subarray(0, 16).equals(PNG_START) && bytes.subarray(-8).equals(PNG_END);
  if (!isWhole || bytes.length < 45) throw new BadLogo('is no whole PNG file');
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (sides.some((side) => side < 1 || side > MOST_PIXELS))
    throw new BadLogo(`is ${sides.join(' × ')} pixels, and may have ${MOST_PIXELS} on a side at most`);
}

function checkSvg(text: string): void {
  const parser = sax.parser(true);
  let elements = 0;
  parser.onerror = () => {
    throw new BadLogo('is neither a PNG nor a well-formed SVG file');
  };
  parser.ondoctype = () => {
    throw new BadLogo('has a DOCTYPE, which a logo may not have');
  };
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') throw new BadLogo(`has an instruction (${name}), which a logo may not have`);
  };
  parser.onopentag = ({ name, attributes }) => {
    elements += 1;
    if (elements === 1 && name !== 'svg') throw new BadLogo('is neither a PNG nor an SVG file');
    if (!SHAPES.has(name)) throw new BadLogo(`has the element ${name}, and may have nothing but shapes`);
    for (const [attribute, value] of Object.entries(attributes)) checkAttribute(attribute, String(value));
  };
  parser.write(text).close();
  if (elements === 0) throw new BadLogo('is neither a PNG nor an SVG file');
}

function checkAttribute(name: string, value: string): void {
  if (/^on/i.test(name)) throw new BadLogo(`has a script (${name})`);
  const isLink = /(^|:)(href|src)$/i.test(name);
  const leadsAway = /(url\s*\(\s*(?!['"]?#)|javascript:|@import|expression\s*\(|\\)/i.test(value);
  if (leadsAway || (isLink && !value.startsWith('#')))
    throw new BadLogo(`leads to something outside of it (${name})`);
}
