import { expect, test } from 'vitest';
import { stageOfStatus } from '#lib/callouts/model.ts';
import { readKml } from '#lib/coverage/kml-model.ts';
import { readFile } from '#lib/customers/imports/read-file.ts';
import { customerDetails } from '#lib/customers/registration/schema.ts';
import { cleanText } from '#lib/following/messages/model.ts';
import { presentable } from '#lib/integration/doctor-model.ts';
import { searchedWords, typedCode, typedWords } from '#lib/platform/typed-text.ts';
import { growthOf } from '#lib/testing/growth.ts';
import { showBody } from '#lib/webhooks/body-model.ts';

/** Far from 10, which is linear, for a busy machine; quadratic is 100. */
const TOO_MUCH = 60;

const ring = (coordinates: string) =>
  `<kml><Document><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Document></kml>`;

const readers = {
  'a coverage document': readKml,
  'coordinates of a coverage document': (text: string) => readKml(ring(text)),
  'the name of a coverage document': (text: string) =>
    readKml(`<kml><Document><name>${text}</name></Document></kml>`),
  'a status of a callout': stageOfStatus,
  'words for the doctor': presentable,
  'a body of a webhook': (text: string) => showBody(JSON.stringify({ message: text, [text]: text })),
  'a message': cleanText,
  'details of a customer': (text: string) =>
    customerDetails.safeParse({ name: text, surname: `a${text}`, mobile: text }),
  'rows of a file of customers': (text: string) =>
    readFile(Buffer.from(`name,surname,mobile\r\nThandi,Nkosi,0821234567\n${text}`)),
  'the header of a file of customers': (text: string) => readFile(Buffer.from(text)),
  'words as typed': typedWords,
  'a code as typed': typedCode,
  'words that are searched for': searchedWords,
};

const inputs = {
  blanks: (size: number) => ' '.repeat(size),
  'blanks inside': (size: number) => `1,1${' '.repeat(size)}2,2`,
  'blanks and commas': (size: number) => '1 , 1 '.repeat(size / 6),
  lines: (size: number) => '\n'.repeat(size),
  letters: (size: number) => 'a'.repeat(size),
  digits: (size: number) => '1'.repeat(size),
  words: (size: number) => 'on the scene '.repeat(size / 13),
  hyphens: (size: number) => 'a-'.repeat(size / 2),
  brackets: (size: number) => '<'.repeat(size),
  tags: (size: number) => '<a>'.repeat(40) + '<b/>'.repeat(size / 4),
  attributes: (size: number) => `<a ${Array.from({ length: size / 8 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
  'an entity': (size: number) => `<a>&${'a'.repeat(size)};</a>`,
  'rows of customers': (size: number) => 'Thandi,Nkosi,0821234567\r\n'.repeat(size / 25),
  'line ends of all kinds': (size: number) => 'a,b,c\r\nd;e\rf\n'.repeat(size / 14),
  quotes: (size: number) => '"'.repeat(size),
  'quotes within cells': (size: number) => '"a""\n",'.repeat(size / 8),
  separators: (size: number) => ',;\t'.repeat(size / 3),
  joiners: (size: number) => `ب${'\u200D'.repeat(size)}ب`,
  'letters and joiners': (size: number) => 'ක්\u200Dෂ'.repeat(size / 5),
  'invisible marks': (size: number) => 'a\u200B\u00AD'.repeat(size / 3),
  'digits of other scripts': (size: number) => '١٢٣'.repeat(size / 3),
  'half an end': (size: number) => `<a><![CDATA[${']'.repeat(size)}`,
};

test.each(
  Object.keys(readers).flatMap((reader) => Object.keys(inputs).map((input) => [reader, input] as const)),
)('%s takes ten times as long for ten times as many %s', async (reader, input) => {
  const read = readers[reader as keyof typeof readers]; // safe: from the keys themselves
  const make = inputs[input as keyof typeof inputs]; // safe: from the keys themselves
  expect(await growthOf(make, read)).toBeLessThan(TOO_MUCH);
});
