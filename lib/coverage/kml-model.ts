import sax from 'sax';
import type { Polygon, Ring } from '#lib/coverage/schema.ts';

// Extracts polygons from an untrusted KML document; ignores everything else and never fetches references.

/** A larger document is refused as a whole: a truncated one would say "not covered" wrongly. */
const MOST_CHARACTERS = 4_000_000;
const MOST_POINTS = 100_000;
const DEEPEST = 50;
const LONGEST_NAME = 80;

/** The message never quotes the document. */
export class UnreadableKml extends Error {}

export type ReadKml = { name: string | null; polygons: Polygon[] };

/** Throws {@link UnreadableKml}. */
export function readKml(text: string): ReadKml {
  if (text.length > MOST_CHARACTERS) throw new UnreadableKml('it is too long');
  const reading = new Reading();
  // Strict: malformed XML is refused, and only XML's five entities are known.
  const parser = sax.parser(true, { trim: false, position: false });
  const fail = (why: string) => {
    throw new UnreadableKml(why);
  };
  parser.onerror = () => fail('it is no XML');
  // A document type can declare entities; KML needs none.
  parser.ondoctype = () => fail('it has a document type');
  parser.onopentag = ({ name }) => reading.open(localName(name));
  parser.onclosetag = () => reading.close();
  parser.ontext = (chunk) => reading.take(chunk);
  parser.oncdata = (chunk) => reading.take(chunk);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return reading.result();
}

class Reading {
  private readonly path: string[] = [];
  private readonly polygons: Polygon[] = [];
  private name: string | null = null;
  private outer: Ring | null = null;
  private holes: Ring[] = [];
  private points = 0;
  /** Long texts arrive in chunks. */
  private text: string[] | null = null;

  open(name: string): void {
    this.path.push(name);
    if (this.path.length > DEEPEST) throw new UnreadableKml('it is too deep');
    if (name === 'Polygon') this.forget();
    this.text = name === 'coordinates' || name === 'name' ? [] : null;
  }

  take(chunk: string): void {
    this.text?.push(chunk);
  }

  close(): void {
    const name = this.path.pop();
    const parent = this.path.at(-1);
    if (name === 'coordinates' && parent === 'LinearRing') this.takeRing(this.path.at(-2));
    if (name === 'name' && parent === 'Document') this.name ??= nameIn(this.text?.join('') ?? '');
    if (name === 'Polygon') {
      if (this.outer) this.polygons.push([this.outer, ...this.holes]);
      this.forget();
    }
    this.text = null;
  }

  result(): ReadKml {
    if (this.polygons.length === 0) throw new UnreadableKml('it has no polygon');
    return { name: this.name, polygons: this.polygons };
  }

  private takeRing(boundary: string | undefined): void {
    const ring = ringIn(this.text?.join('') ?? '', MOST_POINTS - this.points);
    this.points += ring.length;
    if (ring.length < 3) return;
    if (boundary === 'outerBoundaryIs') this.outer = ring;
    if (boundary === 'innerBoundaryIs') this.holes.push(ring);
  }

  private forget(): void {
    this.outer = null;
    this.holes = [];
  }
}

// One pass per character: a regular expression would be quadratic in the blanks.
function ringIn(text: string, most: number): Ring {
  const ring: Ring = [];
  let tuple: string[] = [];
  let isAfterComma = false;
  const finish = () => {
    if (tuple.length > 0) ring.push(pointIn(tuple));
    if (ring.length > most) throw new UnreadableKml('it has too many points');
    tuple = [];
  };
  for (const [token] of text.matchAll(/[^\s,]+|,/g)) {
    const isComma = token === ',';
    if (!isComma && !isAfterComma) finish();
    if (!isComma || isAfterComma || tuple.length === 0) tuple.push(isComma ? '' : token);
    isAfterComma = isComma;
  }
  finish();
  return ring;
}

function pointIn([longitude = '', latitude = '']: readonly string[]): Ring[number] {
  const [x, y] = [degrees(longitude), degrees(latitude)];
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new UnreadableKml('it has a point that is nowhere');
  return [x, y];
}

function degrees(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

function nameIn(text: string): string | null {
  const name = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return name === '' ? null : name.slice(0, LONGEST_NAME);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
