import { Ajv2020 } from 'ajv/dist/2020.js';
import { badFileNames, smallPicture, type BadFile } from './bad-files.ts';
import { AsItIs, badBodies, badValues, writeText, type BadValue } from './bad-values.ts';
import { fillShape, waysInto, withAt, type Known, type Shape } from './fill-shape.ts';
import { asUpload, type Sent } from './send.ts';
import type { Attempt, Target } from './target.ts';

type Parameter = { readonly name: string; readonly in: string; readonly schema: Shape };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> };
  readonly 'x-permission'?: string;
};
export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** What the server already holds: values by the name of their field, and ids by the address that lists them. */
export type Held = { readonly known: Known; readonly idsBelow: Known; readonly files: readonly BadFile[] };

/** Every operation of the OpenAPI document as something to attack, so that a route made tomorrow is attacked unnamed. */
export const apiTargets = ({ paths }: OpenApi, held: Held): readonly Target[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => apiTarget(method.toUpperCase(), path, operation, held)),
  );

const place = '@@here@@';
const type = (value: string) => ({ 'content-type': value });

/** A body as JSON, in which `AsItIs` stands byte by byte. */
function writeJson(value: unknown): Pick<Sent, 'headers' | 'bytes'> {
  let raw: Buffer | undefined;
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (!(inner instanceof AsItIs)) return inner;
    raw = inner.bytes;
    return place;
  });
  const [before = '', after = ''] = (text ?? '').split(`"${place}"`);
  const bytes = raw ? Buffer.concat([Buffer.from(before), raw, Buffer.from(after)]) : Buffer.from(before);
  return { headers: type('application/json'), bytes };
}

function apiTarget(method: string, path: string, operation: Operation, held: Held): Target {
  const parameters = operation.parameters ?? [];
  const content = operation.requestBody?.content ?? {};
  const body = content['application/json']?.schema;
  const takesFile = 'multipart/form-data' in content;
  const ways = body ? waysInto(body) : [];
  const good = (): unknown => (body ? fillShape(body, held.known) : undefined);
  const fits = body ? new Ajv2020({ strict: false, validateFormats: false }).compile(body) : () => true;
  const url = (bad?: { name: string; value: BadValue }) => urlOf(path, parameters, held, bad);
  const sentUsual = takesFile ? () => asUpload('photo', 'a.png', smallPicture) : () => (body ? writeJson(good()) : {});
  const permission = operation['x-permission'] ?? 'anyone';

  function* attempts(): Generator<() => Attempt> {
    for (const { name } of parameters)
      for (const bad of badValues)
        if (bad.inAddress !== undefined || typeof bad.value !== 'object')
          yield () => {
            const sent = { method, url: url({ name, value: bad }), ...sentUsual() };
            return { words: `${name}: ${bad.name}`, sent, mustRefuse: false };
          };
    for (const way of ways)
      for (const bad of badValues)
        yield () => {
          const filled = withAt(good(), way, bad.value);
          const mustRefuse = bad.value instanceof AsItIs ? false : !fits(JSON.parse(JSON.stringify(filled)));
          const sent = { method, url: url(), ...writeJson(filled) };
          return { words: `${way.join('.')}: ${bad.name}`, sent, mustRefuse };
        };
    if (body)
      for (const bad of badBodies)
        yield () => {
          const sent = { method, url: url(), headers: type(bad.type), bytes: bad.bytes };
          return { words: `body: ${bad.name}`, sent, mustRefuse: !fits({}) };
        };
    if (!takesFile) return;
    for (const { name, fileName, bytes, mayBeRead = false } of held.files)
      yield () => {
        const sent = { method, url: url(), ...asUpload('photo', fileName, bytes) };
        return { words: name, sent, mustRefuse: !mayBeRead };
      };
    for (const name of badFileNames)
      yield () => {
        const sent = { method, url: url(), ...asUpload('photo', name, smallPicture) };
        return { words: `a file called ${name.slice(0, 30)}`, sent, mustRefuse: false };
      };
  }

  return {
    route: `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    fields: parameters.length + ways.length + (takesFile ? 1 : 0),
    ...(permission === 'anyone' ? {} : { permission }),
    usual: () => ({ method, url: url(), ...sentUsual() }),
    attempts,
  };
}

/** The address with one parameter gone bad; those of the query that are not asked for are left out. */
function urlOf(
  path: string,
  parameters: readonly Parameter[],
  { known, idsBelow }: Held,
  bad?: { readonly name: string; readonly value: BadValue },
): string {
  const write = (value: unknown) => encodeURIComponent(writeText(value).toWellFormed().slice(0, 4000));
  const written = (one: Parameter): string => {
    if (bad?.name === one.name) return bad.value.inAddress ?? write(bad.value.value);
    const below = one.in === 'path' ? idsBelow[path.slice(0, path.indexOf('{') - 1)] : undefined;
    return write((one.name === 'id' ? below : undefined) ?? fillShape(one.schema, known, one.name));
  };
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, () => written(one)), path);
  const query = parameters.filter((one) => one.in === 'query' && bad?.name === one.name);
  return query.length === 0 ? filled : `${filled}?${query.map((one) => `${one.name}=${written(one)}`).join('&')}`;
}
