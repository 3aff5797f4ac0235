import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKml, UnreadableKml } from '#lib/coverage/kml-model.ts';
import type { Polygon } from '#lib/coverage/schema.ts';

const boundary = (kind: 'outer' | 'inner', coordinates: string) =>
  `<${kind}BoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></${kind}BoundaryIs>`;
const document = (content: string, type = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${type}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`;
const SQUARE = '0,0 2,0 2,2 0,2 0,0';
const polygon = (outer = SQUARE, ...inner: string[]) =>
  `<Polygon>${boundary('outer', outer)}${inner.map((hole) => boundary('inner', hole)).join('')}</Polygon>`;

const degree = (most: number) =>
  fc.integer({ min: -most * 1_000, max: most * 1_000 }).map((at) => at / 1_000);
const ring = fc.array(fc.tuple(degree(180), degree(90)), { minLength: 3, maxLength: 12 });
const polygons: fc.Arbitrary<Polygon[]> = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});
const space = fc.constantFrom(' ', '\n', '\t  ', '\r\n');

test('what is written is what is read: rings in their order, holes in their polygons', () => {
  fc.assert(
    fc.property(polygons, space, fc.constantFrom('', ',0', ',12.5'), (written, gap, height) => {
      const text = (points: Polygon[number]) =>
        `${gap}${points.map(([x, y]) => `${x},${y}${height}`).join(gap)}${gap}`;
      const content = written.map(([outer = [], ...holes]) => polygon(text(outer), ...holes.map(text)));
      expect(readKml(document(content.join(''))).polygons).toEqual(written);
    }),
  );
});

test('polygons are found in folders, in groups, and under a prefix', () => {
  const folded = `<Folder><name>A</name><Placemark><MultiGeometry>${polygon()}${polygon()}</MultiGeometry></Placemark></Folder>`;
  expect(readKml(document(folded))).toMatchObject({ name: null, polygons: { length: 2 } });
  const prefixed = document(polygon()).replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1k:');
  expect(readKml(prefixed).polygons).toHaveLength(1);
});

test('the document’s own name is its name, without what no screen shows', () => {
  const named = `<name> Security\u202e\n <![CDATA[& more]]></name><Placemark><name>No</name>${polygon()}</Placemark>`;
  expect(readKml(document(named)).name).toBe('Security & more');
  expect(readKml(document(`<name>${'x'.repeat(500)}</name>${polygon()}`)).name).toHaveLength(80);
});

test('what is no area is passed over', () => {
  const line = '<LineString><coordinates>0,0 1,1 2,2</coordinates></LineString>';
  const point = '<Point><coordinates>500,500</coordinates></Point>';
  const flat = polygon('0,0 1,1');
  const link = '<NetworkLink><Link><href>http://127.0.0.1:1/x.kml</href></Link></NetworkLink>';
  expect(readKml(document(line + point + flat + link + polygon(SQUARE, '1,1'))).polygons).toEqual([
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  ]);
});

describe('refused as a whole', () => {
  const laughs = `<!DOCTYPE kml [${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}<!ENTITY l0 "ha">]>`;
  const outside = '<!DOCTYPE kml [<!ENTITY file SYSTEM "file:///etc/passwd">]>';
  test.each([
    ['nothing', ''],
    ['no XML', 'coordinates: 0,0'],
    ['a page', '<!doctype html><html><body><kml></body></html>'],
    ['half of it', document(polygon()).slice(0, -20)],
    ['no polygon', document('<Placemark/>')],
    ['a document type, even one that says nothing', document(polygon(), '<!DOCTYPE kml>')],
    ['an entity of its own', document(polygon('&ring;'))],
    ['entities in entities', document(polygon('&l12;'), laughs)],
    ['a file of ours', document(`<name>&file;</name>${polygon()}`, outside)],
    ['a point that is nowhere', document(polygon('0,0 181,0 2,2'))],
    ['a point without latitude', document(polygon('0,0 1 2,2'))],
    ['words', document(polygon('a,b c,d e,f'))],
    ['no numbers', document(polygon('NaN,NaN Infinity,0 1,1'))],
    ['too deep', document('<Folder>'.repeat(60) + polygon() + '</Folder>'.repeat(60))],
    ['too many points', document(polygon('0,0 '.repeat(60_000)) + polygon('0,0 '.repeat(60_000)))],
    ['too long', document(`<!--${' '.repeat(4_000_000)}-->${polygon()}`)],
  ])('%s', (_, text) => {
    expect(() => readKml(text)).toThrow(UnreadableKml);
  });

  test('any rubbish, and nothing else is thrown', () => {
    const rubbish = fc.oneof(
      fc.string(),
      fc.string().map((text) => document(text)),
      fc.string().map((text) => document(polygon(text))),
    );
    fc.assert(
      fc.property(rubbish, (text) => {
        try {
          readKml(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableKml);
        }
      }),
    );
  });
});
