import { badFileNames, smallPicture, type BadFile } from './bad-files.ts';
import { AsItIs, badValues, writeText } from './bad-values.ts';
import type { Seen } from './crawl.ts';
import { asForm, asUpload, type Sent } from './send.ts';
import type { Attempt, Target } from './target.ts';

/** Every address takes these of its own accord: the switches at the top of a page, and where to go back to. */
const everywhere = ['language', 'size', 'back', 'after', 'area', 'from', 'until'];
/** What GeoReport v2 lets a client send, because no page of ours has a form for it. */
const open311 = [
  'jurisdiction_id service_code lat long address_string address_id email device_id account_id first_name last_name',
  'phone description media_url media api_key service_request_id start_date end_date updated_after updated_before',
  'status page page_size q extensions address',
]
  .join(' ')
  .split(' ');

/** A served route as a pattern, and how much of it is fixed. */
export function patternOf(route: string): { readonly method: string; readonly path: RegExp; readonly weight: number } {
  const [method = '', path = ''] = route.split(/ (.*)/s);
  const fixed = path.replaceAll(/:\w+(\([^)]*\))?|\*/g, '');
  const source = path
    .replaceAll(/[.+?^${}|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/:\w+(\([^)]*\))?/g, '[^/]+')
    .replaceAll('*', '.*');
  return {
    method,
    path: new RegExp(`^${source}$`),
    weight: path.includes(':') || path.includes('*') ? fixed.length : 999,
  };
}

/** Finds the route that an address belongs to, the most fixed one first. */
export function routeFinder(routes: readonly string[]) {
  const patterns = routes
    .map((route) => ({ route, ...patternOf(route) }))
    .toSorted((one, other) => other.weight - one.weight);
  return (method: string, url: string): string | undefined =>
    patterns.find((one) => one.method === method && one.path.test(url))?.route;
}

/** What a page or a form route is attacked with: each part of its path, each name of its query, each field of its form. */
export function siteTarget(route: string, seen: Seen | undefined, files: readonly BadFile[], cookie: string): Target {
  const [method = '', pattern = ''] = route.split(/ (.*)/s);
  const isOpen311 = pattern.startsWith('/open311/');
  const query = [...new Set([...(seen?.query ?? []), ...(isOpen311 ? open311 : everywhere)])];
  const takesForm = method === 'POST';
  const fields = takesForm ? [...new Set([...(seen?.fields ?? []), ...(isOpen311 ? open311 : [])])] : [];
  const usualUrl = [...(seen?.urls ?? [])][0] ?? pattern.replaceAll(/:\w+(\([^)]*\))?|\*/g, 'x');
  const holes = [...pattern.matchAll(/:\w+(\([^)]*\))?|\*/g)].map(([hole]) => hole);
  const good = Object.fromEntries(fields.map((name) => [name, 'x']));
  const send = (form: Readonly<Record<string, string>>) => (takesForm ? asForm(form) : { headers: {} });

  function* attempts(): Generator<() => Attempt> {
    let nth = 0;
    const attempt = (words: string, url: string, parts: () => Pick<Sent, 'headers' | 'bytes'>) => {
      nth += 1;
      // Who asks for a language that there is not gets the first.
      const language = nth % 2 === 0 && !words.startsWith('language') ? 'en' : 'zh';
      return (): Attempt => ({ words, sent: { method, url, ...parts() }, mustRefuse: false, language });
    };
    for (const bad of badValues) {
      if (typeof bad.value === 'object' && bad.inAddress === undefined) continue;
      const text = bad.inAddress ?? encodeURIComponent(writeText(bad.value).toWellFormed().slice(0, 4000));
      for (const hole of holes) {
        const url = pattern.replace(hole, () => text || '%20').replaceAll(/:\w+(\([^)]*\))?|\*/g, 'x');
        yield attempt(`${hole}: ${bad.name}`, url, () => send(good));
      }
      for (const name of query)
        yield attempt(`${name} in the address: ${bad.name}`, `${usualUrl}?${name}=${text}&${name}=x`, () => send(good));
      for (const name of fields)
        if (!(bad.value instanceof AsItIs)) {
          const { [name]: _, ...others } = good;
          const filled = bad.value === undefined ? others : { ...good, [name]: writeText(bad.value) };
          yield attempt(`${name}: ${bad.name}`, usualUrl, () => send(filled));
        }
    }
    if (!takesForm) return;
    const broken = { headers: asForm({}).headers, bytes: Buffer.from('a=%ff%fe&what=%zz&__proto__=1&a[b]=1') };
    yield attempt('a broken form', usualUrl, () => broken);
    const xml = Buffer.from('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><request>&a;</request>');
    const type = { ...broken.headers, 'content-type': isOpen311 ? 'text/xml' : 'application/xml' };
    yield attempt('XML with entities', usualUrl, () => ({ headers: type, bytes: xml }));
    for (const field of isOpen311 ? ['media'] : fields.filter((name) => name === 'photos' || /photo|file/.test(name))) {
      for (const { name, fileName, bytes } of files)
        yield attempt(`${field}: ${name}`, usualUrl, () => asUpload(field, fileName, bytes, good));
      for (const name of badFileNames)
        yield attempt(`${field}: a file called ${name.slice(0, 30)}`, usualUrl, () =>
          asUpload(field, name, smallPicture),
        );
    }
  }
  return {
    route,
    fields: holes.length + query.length + fields.length,
    usual: () => ({ method, url: usualUrl, ...send(good) }),
    cookie,
    attempts,
  };
}
