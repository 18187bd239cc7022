import { jsonSchema } from './json-schema.ts';
import type { Route, Routes, Schema } from './contract.ts';

const refusal = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', description: 'permanent' },
    message: { $ref: '#/components/schemas/Words' },
    fields: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { code: { type: 'string' }, message: { $ref: '#/components/schemas/Words' } },
      },
    },
    changedSince: { type: 'array', items: {}, description: 'timeline entries written since the page was read' },
  },
};

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

/** Makes the OpenAPI 3.1 document of the routes, from the same shapes that check and type them. */
export function makeOpenApi(routes: Routes, info: { readonly title: string; readonly version: string }) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method, url] = name.split(' ') as [string, string];
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Words: {
          type: 'object',
          required: ['zh', 'en'],
          properties: { zh: { type: 'string' }, en: { type: 'string' } },
        },
        Refusal: refusal,
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'linli_session' } },
    },
  };
}

function describe(name: string, route: Route) {
  const refused = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Refusal' }) });
  return {
    operationId: name.replace(/[^A-Za-z]+(\w?)/g, (_, next: string) => next.toUpperCase()),
    summary: route.summary,
    'x-permission': route.permission,
    security: route.permission === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body
      ? { requestBody: { required: true, ...json(jsonSchema(route.body, 'input', 'draft-2020-12')) } }
      : {}),
    ...(route.upload
      ? {
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['photo'],
                  properties: { photo: { type: 'string', format: 'binary' } },
                },
              },
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'done',
        ...(route.reply ? json(jsonSchema(route.reply, 'output', 'draft-2020-12')) : {}),
        ...(route.file ? { content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } } : {}),
      },
      400: refused('what was sent cannot be read or is wrong at the named fields'),
      ...(route.permission === 'anyone'
        ? {}
        : { 401: refused('sign in first'), 403: refused('your post does not carry this') }),
      404: refused('there is no such thing in your scope'),
      409: refused('refused; with what changed when the matter moved on'),
    },
  };
}

function parametersOf(schema: Schema | undefined, where: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input', 'draft-2020-12') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}
