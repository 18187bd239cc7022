// npm run try-open311 -- ADDRESS [KEY]: a client that knows nothing but the text of GeoReport v2, from discovery to the answer of a token, in JSON and XML.
import { DOMParser, type Element } from '@xmldom/xmldom';

type Told = {
  readonly status: number;
  readonly type: string;
  readonly all: readonly Item[];
  readonly headers: Headers;
};
/** One element with its children as texts, and lists in it. */
type Item = { readonly [name: string]: string | readonly Item[] };

const [base = 'http://127.0.0.1:8750', key = 'linli-demo'] = process.argv.slice(2);
const types = { xml: 'text/xml', json: 'application/json' } as const;
type Format = keyof typeof types;
let checks = 0;

const textOf = (item: Item | undefined, name: string): string => {
  const value = item?.[name];
  return typeof value === 'string' ? value : '';
};

const listOf = (item: Item | undefined, name: string): readonly Item[] => {
  const value = item?.[name];
  return typeof value === 'object' ? value : [];
};

function expectThat(isSo: boolean, what: string): void {
  checks += 1;
  if (!isSo) throw new Error(`not by the standard: ${what}`);
}

const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

function itemOfXml(element: Element): Item {
  return Object.fromEntries(
    childrenOf(element).map((child) => {
      const inner = childrenOf(child);
      return [child.tagName, inner.length > 0 ? inner.map(itemOfXml) : (child.textContent ?? '')];
    }),
  );
}

function itemOfJson(value: object): Item {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      name,
      Array.isArray(one)
        ? one.map((each: object) => itemOfJson(each))
        : one === null
          ? ''
          : JSON.stringify(one).replace(/^"(.*)"$/s, '$1'),
    ]),
  );
}

/** Asks once and reads the answer in its format; `root` and `item` are how the standard names the XML. */
async function ask(
  format: Format,
  path: string,
  { root, item, init }: { readonly root: string; readonly item?: string; readonly init?: RequestInit },
): Promise<Told> {
  const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(30_000) });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  expectThat(type.startsWith(types[format]) && /utf-8/i.test(type), `${path} is ${type}`);
  const { status, headers } = answer;
  const failed = status >= 400;
  const [wantedRoot, wantedItem] = failed ? ['errors', 'error'] : [root, item];
  if (format === 'json') {
    const value = JSON.parse(text) as object;
    return { status, type, headers, all: [value].flat().map((one: object) => itemOfJson(one)) };
  }
  expectThat(/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(text), `${path} has no XML declaration`);
  const document = new DOMParser().parseFromString(text, 'text/xml').documentElement as Element;
  expectThat(document.tagName === wantedRoot, `${path} begins with ${document.tagName}`);
  const items = wantedItem === undefined ? [document] : childrenOf(document);
  expectThat(
    items.every(({ tagName }) => wantedItem === undefined || tagName === wantedItem),
    `${path} holds other elements than ${wantedItem}`,
  );
  return { status, type, headers, all: items.map(itemOfXml) };
}

async function tryFormat(format: Format): Promise<void> {
  const discovered = await ask('xml', `${base}/open311/discovery.xml`, { root: 'discovery' });
  const [first] = discovered.all;
  const endpoint = listOf(first, 'endpoints')[0];
  const url = textOf(endpoint, 'url');
  expectThat(/GeoReport_v2$/i.test(textOf(endpoint, 'specification')), 'the endpoint names its specification');
  const services = await ask(format, `${url}/services.${format}`, { root: 'services', item: 'service' });
  expectThat(services.all.length > 0, 'there is a service');
  for (const service of services.all) {
    const code = textOf(service, 'service_code');
    const type = textOf(service, 'type');
    expectThat(['realtime', 'batch', 'blackbox'].includes(type), `type of ${code}`);
    if (service['metadata'] !== 'true') continue;
    const definition = await ask(format, `${url}/services/${code}.${format}`, { root: 'service_definition' });
    for (const one of listOf(definition.all[0], 'attributes'))
      for (const name of ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description'])
        expectThat(name in one, `${code} has ${name}`);
  }
  const code = textOf(services.all[0], 'service_code');
  await tryFaults(format, url, code);
  await tryPost(format, url, code);
  await tryList(format, url, code);
}

async function tryFaults(format: Format, url: string, code: string): Promise<void> {
  const post = (body: string, type = 'application/x-www-form-urlencoded') =>
    ask(format, `${url}/requests.${format}`, {
      root: 'service_requests',
      item: 'request',
      init: { method: 'POST', body, headers: { 'content-type': type } },
    });
  const place = 'lat=36.06&long=103.83';
  const wanted: readonly (readonly [Promise<Told>, number, string])[] = [
    [post(`service_code=${code}&${place}&description=test`), 403, 'no api_key'],
    [post(`api_key=nobody&service_code=${code}&${place}`), 403, 'a wrong api_key'],
    [post(`api_key=${key}&${place}`), 400, 'no service_code'],
    [post(`api_key=${key}&service_code=nothing-such&${place}`), 404, 'an unknown service_code'],
    [post(`api_key=${key}&service_code=${code}`), 400, 'no place'],
    [post(`api_key=${key}&jurisdiction_id=other.invalid&service_code=${code}&${place}`), 404, 'another jurisdiction'],
    [post('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'text/xml'), 400, 'XML with an entity'],
    [post('<a>'.repeat(20_000), 'application/xml'), 400, 'deep XML'],
    [ask(format, `${url}/services/nothing-such.${format}`, { root: '' }), 404, 'a definition of nothing'],
    [ask(format, `${url}/requests/nothing-such.${format}`, { root: '' }), 404, 'a request of nothing'],
    [ask(format, `${url}/tokens/nothing-such.${format}`, { root: '' }), 404, 'a token of nothing'],
    [ask(format, `${url}/requests.${format}?start_date=yesterday`, { root: '' }), 400, 'an unreadable date'],
  ];
  for (const [answer, status, what] of wanted) {
    const told = await answer;
    expectThat(told.status === status, `${what} is ${told.status}`);
    expectThat(
      told.all.every((one) => one['code'] !== '' && one['description'] !== '' && 'code' in one && 'description' in one),
      `${what} says code and description`,
    );
  }
}

async function tryPost(format: Format, url: string, code: string): Promise<void> {
  const shape = { root: 'service_requests', item: 'request' };
  const form = new FormData();
  for (const [name, value] of Object.entries({
    api_key: key,
    service_code: code,
    lat: '37.76524078',
    long: '-122.4212043',
    address_string: '1600 Market St, San Francisco, CA 94103',
    email: 'smit333@sfgov.invalid',
    device_id: `tt222111 ${format} ${Date.now()}`,
    first_name: 'John',
    last_name: 'Smith',
    phone: '111111111',
    description: 'A large sinkhole is destroying the street',
    media_url: 'http://farm3.static.flickr.invalid/2002/2212426634_5ed477a060.jpg',
  }))
    form.append(name, value);
  const posted = await ask(format, `${url}/requests.${format}`, { ...shape, init: { method: 'POST', body: form } });
  const [made] = posted.all;
  expectThat(posted.status === 200, `posting is ${posted.status} ${JSON.stringify(made)}`);
  let id = textOf(made, 'service_request_id');
  if (id === '') {
    const token = await ask(format, `${url}/tokens/${textOf(made, 'token')}.${format}`, shape);
    id = textOf(token.all[0], 'service_request_id');
  }
  expectThat(id !== '', 'an id at once, or by the token');
  const found = await ask(format, `${url}/requests/${id}.${format}`, shape);
  const [one] = found.all;
  for (const name of [
    'service_request_id',
    'status',
    'service_name',
    'service_code',
    'requested_datetime',
    'lat',
    'long',
    'address',
  ])
    expectThat(one !== undefined && name in one, `a request has ${name}`);
  expectThat(one?.['status'] === 'open' || one?.['status'] === 'closed', 'open or closed');
  expectThat(/(Z|[+-]\d\d:\d\d)$/.test(textOf(one, 'requested_datetime')), 'a time has its zone');
}

async function tryList(format: Format, url: string, code: string): Promise<void> {
  const shape = { root: 'service_requests', item: 'request' };
  const list = (query: string) => ask(format, `${url}/requests.${format}?${query}`, shape);
  const all = await list('');
  expectThat(all.status === 200 && all.all.length <= 1000, 'at most 1000');
  const oldest = Date.now() - 91 * 86_400_000;
  const at = (one: Item) => Date.parse(textOf(one, 'requested_datetime'));
  expectThat(
    all.all.every((one) => at(one) > oldest),
    'of the last 90 days',
  );
  expectThat(
    (await list('status=closed')).all.every((one) => one['status'] === 'closed'),
    'only closed',
  );
  expectThat(
    (await list(`service_code=${code}`)).all.every((one) => one['service_code'] === code),
    'only the service',
  );
  const ids = all.all.slice(0, 2).map((one) => textOf(one, 'service_request_id'));
  expectThat((await list(`service_request_id=${ids.join(',')}`)).all.length === ids.length, 'several by id');
  const until = new Date(Date.now() + 60_000).toISOString();
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const within = await list(`start_date=${since}&end_date=${until}`);
  expectThat(
    within.all.every((one) => at(one) >= Date.parse(since) - 1000),
    'from the first date on',
  );
  expectThat(
    (await list('start_date=2026-01-01T00:00:00Z&end_date=2026-10-01T00:00:00Z')).status === 400,
    'no more than 90 days',
  );
  expectThat(all.headers.get('access-control-allow-origin') === '*', 'pages of others may read it');
}

for (const format of ['json', 'xml'] as const) await tryFormat(format);
console.log(`${base}: GeoReport v2 in JSON and XML, ${checks} checks hold`);
