import { badBodies, badValues } from './bad-values.ts';

/** A request as it goes out, with its body as bytes. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly type?: string;
  readonly bytes?: Buffer;
};
export type Got = { readonly status: number; readonly text: string };
export type Send = (sent: Sent) => Promise<Got>;

/** An answer that must not be: what was sent, in words, and what came back. */
export type Offence = { readonly route: string; readonly with: string; readonly what: string };
export type Attacked = { readonly routes: number; readonly requests: number; readonly offences: readonly Offence[] };

type Schema = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly minLength?: number;
  readonly default?: unknown;
};
type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/**
 * Fills every field of every route with what no form would send (坏输入), one at a time, and every body with what is no
 * form at all. The routes and fields come from the OpenAPI document, so that a new route is tried without being named.
 *
 * An answer is an offence when it is a fault of ours (5xx), says where in our code it happened, or is a "no" without a
 * sentence in both languages.
 */
export async function attackByInput(send: Send, document: OpenApi): Promise<Attacked> {
  const offences: Offence[] = [];
  let routes = 0;
  let requests = 0;
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      routes += 1;
      const route = `${method.toUpperCase()} ${path}`;
      for (const [words, sent] of attemptsAt(method.toUpperCase(), path, operation)) {
        requests += 1;
        const what = offenceIn(await send(sent).catch((error: unknown) => ({ status: 599, text: String(error) })));
        if (what) offences.push({ route, with: words, what });
      }
    }
  return { routes, requests, offences };
}

function* attemptsAt(method: string, path: string, operation: Operation): Generator<[string, Sent]> {
  const parameters = operation.parameters ?? [];
  const content = operation.requestBody?.content ?? {};
  const body = content['application/json']?.schema;
  const good = Object.fromEntries(
    Object.entries(body?.properties ?? {}).map(([name, schema]) => [name, sample(schema)]),
  );
  const json = (value: unknown) => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(value) ?? '') });
  const url = (instead: Readonly<Record<string, unknown>> = {}) => urlOf(path, parameters, instead);

  for (const { name } of parameters)
    for (const bad of badValues)
      if (typeof bad.value !== 'object')
        yield [`${name}: ${bad.name}`, { method, url: url({ [name]: bad.value }), ...(body ? json(good) : {}) }];
  for (const name of Object.keys(body?.properties ?? {}))
    for (const bad of badValues)
      yield [`${name}: ${bad.name}`, { method, url: url(), ...json({ ...good, [name]: bad.value }) }];
  if (Object.keys(content).length > 0)
    for (const { name, type, bytes } of badBodies) yield [`body: ${name}`, { method, url: url(), type, bytes }];
}

type Parameter = NonNullable<Operation['parameters']>[number];

function urlOf(path: string, parameters: readonly Parameter[], instead: Readonly<Record<string, unknown>>): string {
  const valueOf = ({ name, schema }: Parameter) => (name in instead ? instead[name] : sample(schema));
  const write = (value: unknown) => encodeURIComponent(String(value).toWellFormed().slice(0, 4000));
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, write(valueOf(one) ?? '')), path);
  const query = parameters.filter(
    (one) => one.in === 'query' && one.name in instead && instead[one.name] !== undefined,
  );
  return query.length === 0
    ? filled
    : `${filled}?${query.map((one) => `${one.name}=${write(valueOf(one))}`).join('&')}`;
}

/** Something that fits the schema, as far as its form says. */
function sample({ type, format, enum: options, minLength = 1, properties, default: usual }: Schema): unknown {
  if (usual !== undefined) return usual;
  if (options) return options[0];
  if (format === 'uuid') return '01900000-0000-7000-8000-00000000ffff';
  if (format === 'date') return '2026-11-18';
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  if (type === 'array') return [];
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties ?? {}).map(([name, schema]) => [name, sample(schema)]));
  return 'x'.repeat(minLength);
}

function offenceIn({ status, text }: Got): string | undefined {
  if (status >= 500 && status !== 503) return `${status}: ${text.slice(0, 200)}`;
  if (/node_modules|\bat \S+ \(|\.ts:\d+/.test(text)) return `says where in the code: ${text.slice(0, 200)}`;
  if (status < 400) return undefined;
  const said = readJson(text) as { code?: unknown; message?: { zh?: unknown; en?: unknown } } | undefined;
  const isSaid = typeof said?.code === 'string' && Boolean(said.message?.zh) && Boolean(said.message?.en);
  return isSaid ? undefined : `${status} without a sentence in both languages: ${text.slice(0, 200)}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
