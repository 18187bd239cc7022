import { asForm, cookiesOf, type Got, type Send } from './send.ts';

/** What a route of the site was seen to take: fields of forms, and names in the query of links. */
export type Seen = { readonly fields: Set<string>; readonly query: Set<string>; readonly urls: Set<string> };

const unescape = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};

type Form = { readonly method: string; readonly action: string; readonly values: Record<string, string> };

/** The forms of a page, one for each place that a button sends them to. */
function formsIn(page: string): readonly Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inner = '']) => {
    const values: Record<string, string> = {};
    for (const [tag] of inner.matchAll(/<(input|select|textarea|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      if (name !== undefined) values[name] = attribute(tag, 'value') ?? '';
    }
    const own = attribute(` ${head}`, 'action') ?? '';
    const id = attribute(` ${head}`, 'id');
    const others = [...page.matchAll(/<button\b[^>]*>/g)]
      .filter(([tag]) => inner.includes(tag) || (id !== undefined && attribute(tag, 'form') === id))
      .map(([tag]) => attribute(tag, 'formaction'));
    const method = attribute(` ${head}`, 'method') ?? 'get';
    return [own, ...others].filter((to) => to !== undefined).map((action) => ({ method, action, values }));
  });
}

/**
 * Walks the residents' site (爬站) along its links and forms, each address of a route at most a few times, and notes what
 * fields and queries they hold, so that a form made tomorrow is attacked unnamed.
 *
 * @param nameOf the route that an address belongs to; undefined: none of this site
 * @param usual what to type into a field, by its name
 */
export async function crawlSite(
  send: Send,
  start: readonly string[],
  nameOf: (method: string, url: string) => string | undefined,
  usual: Readonly<Record<string, string>>,
): Promise<{ readonly seen: ReadonlyMap<string, Seen>; readonly cookie: string }> {
  const seen = new Map<string, Seen>();
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const asked = new Map<string, number>();
  const queue: (() => Promise<void>)[] = [];

  const note = (route: string): Seen => {
    const known = seen.get(route) ?? { fields: new Set(), query: new Set(), urls: new Set() };
    seen.set(route, known);
    return known;
  };
  const keepCookies = (got: Got) => {
    for (const pair of cookiesOf(got).split('; ').filter(Boolean)) {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      // Those it would forget are needed; the language is chosen by whoever attacks.
      if (value !== '' && name !== 'language' && name !== 'size') jar.set(name, value);
    }
  };
  const isNew = (key: string, most: number) => {
    const times = (asked.get(key) ?? 0) + 1;
    asked.set(key, times);
    return times <= most;
  };
  const visit = (method: string, address: string, values: Record<string, string> = {}) => {
    const here = 'http://here.invalid';
    const url = URL.canParse(address, here) ? new URL(address, here) : undefined;
    if (url?.origin !== here) return;
    const route = nameOf(method, url.pathname);
    if (route === undefined) return;
    const noted = note(route);
    for (const name of url.searchParams.keys()) noted.query.add(name);
    for (const name of Object.keys(values)) (method === 'GET' ? noted.query : noted.fields).add(name);
    noted.urls.add(url.pathname);
    if (!isNew(`${route} ${Object.keys(values).sort().join()} ${[...url.searchParams.keys()].join()}`, 2)) return;
    if (/forget|leave/.test(route)) return;
    queue.push(async () => {
      const filled = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value || (usual[name] ?? '')]),
      );
      const sent = method === 'GET' ? { headers: {} } : asForm(filled);
      const got = await send({
        method,
        url: url.pathname + url.search,
        ...sent,
        headers: { ...sent.headers, cookie: cookie() },
      });
      keepCookies(got);
      read(got);
    });
  };
  const read = ({ headers, text }: Got) => {
    if (typeof headers['location'] === 'string') visit('GET', headers['location']);
    if (!String(headers['content-type']).includes('html')) return;
    for (const [, link = ''] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) visit('GET', unescape(link));
    for (const { method, action, values } of formsIn(text)) visit(method.toUpperCase(), action, values);
  };
  for (const address of start) visit('GET', address);
  for (let next = queue.shift(); next; next = queue.shift()) await next();
  return { seen, cookie: cookie() };
}
