import { z } from 'zod';
import { type Operation, TOKENS } from './operation.ts';
import { OPERATIONS, problemSchema } from './operations.ts';

type Json = Record<string, unknown>;

const PROBLEM = { $ref: '#/components/schemas/Problem' };

const TEXT = { schema: { type: 'string' } };

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: entryOf(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vigil',
      version,
      description: 'The stable routes. Members may be added to answers; those that are here stay.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema) },
      securitySchemes: Object.fromEntries(
        Object.entries(TOKENS).map(([name, description]) => [
          name,
          { type: 'http', scheme: 'bearer', description },
        ]),
      ),
    },
  };
}

function entryOf({ id, summary, path, token, query = {}, body, answers }: Operation): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const parameters = [
    ...names.map((name) => ({
      ...{ name, in: 'path', required: true },
      schema: name === 'pressId' ? { type: 'string', format: 'uuid' } : { type: 'integer' },
    })),
    ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema: jsonSchema(schema) })),
  ];
  const tokens = token === null ? [] : [token].flat();
  return {
    operationId: id,
    summary,
    security: tokens.map((name) => ({ [name]: [] })),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { description, schema }]) => [
          status,
          { description, ...(schema === undefined ? {} : { content: contentOf(schema) }) },
        ]),
      ),
      default: { description: 'A refusal.', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  };
}

function contentOf(schema: z.core.$ZodType | null): Json {
  return schema === null
    ? { 'text/plain': TEXT, 'application/openmetrics-text': TEXT }
    : { 'application/json': { schema: jsonSchema(schema) } };
}

function jsonSchema(schema: z.core.$ZodType): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      // A member that is new to a reader is no fault.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // The format says it.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return made;
}
