import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { z } from 'zod';

// Holds answers against docs/openapi.json itself, by a validator that knows nothing of the schemas it was made from.

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');

const contentSchema = z.record(z.string(), z.object({ schema: z.custom<Schema>() }));
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ responses: z.record(z.string(), z.object({ content: contentSchema.optional() })) }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.custom<Schema>()) }),
});

type Document = z.output<typeof documentSchema>;

/** Our own pages' routes: they change with the pages, and nobody else is promised anything of them. */
const OWN = [
  /^\/api\/admin\/(?!callouts$)/,
  /^\/api\/callouts\/(open|[^/]+\/(messages|outcome|share|tracking))$/,
  /^\/api\/(changes|language|push|profile\/data)$/,
  /^\/api\/map\//,
  /^\/api\/panic\/(codes|covered|help)$/,
];

export type Recorded = {
  readonly method: string;
  /** Of the address, without the query. */
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  /** Null where it could not be had any more. */
  readonly body: string | null;
};

/** The document as it is in docs. */
export function readDocument(): Document {
  return documentSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** Says what of an answer the document does not say. */
export function judgeAnswers(document: Document): (answer: Recorded) => string[] {
  const entries = Object.entries(document.paths).map(([path, methods]) => ({
    methods,
    // A fixed name comes before one with a parameter, as in the routes.
    rank: path.split('{').length,
    matches: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  entries.sort((a, b) => a.rank - b.rank);
  return (answer) => {
    const { method, path, status } = answer;
    if (!path.startsWith('/api/') || OWN.some((own) => own.test(path))) return [];
    const known = entries.find(({ matches }) => matches.test(path));
    if (!known) return ['the route is neither in the document nor one of our own pages’'];
    const responses = known.methods[method.toLowerCase()]?.responses;
    // What a page of another build or a stranger asks for is refused.
    const named = responses?.[status] ?? (status >= 400 ? responses?.default : undefined);
    if (!named) return status === 405 ? [] : [`the document has no ${status} of ${method}`];
    return named.content ? faultsIn(answer, named.content, document) : [];
  };
}

function faultsIn({ type, body }: Recorded, content: z.output<typeof contentSchema>, document: Document) {
  const plainType = type?.split(';')[0]?.trim() ?? '';
  const found = content[plainType];
  if (!found) return [`it is ${plainType || 'of no type'} in place of ${Object.keys(content).join(' or ')}`];
  if (body === null || !plainType.endsWith('json')) return [];
  const schema = { ...found.schema, components: document.components };
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(JSON.parse(body));
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}
