import { changedIn, type Kept } from './kept.ts';
import type { Gathered } from './gather.ts';
import { asForm, type Got, type Send, type Sent } from './send.ts';
import type { Offence, Target } from './target.ts';

export type Checked = { readonly what: string; readonly looked: number; readonly offences: readonly Offence[] };

const elsewhere = 'attack.invalid';
/** How a browser says that a request comes from a page of another site. */
const foreign: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site', origin: `https://${elsewhere}` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: `https://${elsewhere}` },
  { origin: `https://${elsewhere}` },
  { origin: 'null' },
];
/** Routes that take from other sites, each with its reason. */
const takesFromElsewhere: Readonly<Record<string, string>> = {
  'POST /alerts/stop': 'a mail program sends it, without cookies (RFC 8058); its token is what counts',
  'POST /open311/v2/*': 'knows no cookies; its key is what counts',
  'POST /open311/*': 'knows no cookies, and takes nothing',
};

type Asking = Pick<Gathered, 'targets' | 'signIns' | 'residentCookie'> & {
  readonly send: Send;
  readonly digest: () => Promise<Kept>;
  /** Sends every n-th of the many. */
  readonly every: number;
};

const carrying = (sent: Sent, cookie: string, more: Readonly<Record<string, string>> = {}): Sent => {
  const { 'sec-fetch-site': _, ...headers } = sent.headers ?? {};
  return { ...sent, headers: { ...headers, cookie, ...more } };
};

/** Sends to every route that changes something (跨站请求) as a page of another site would, with everybody's cookies. */
export async function checkCrossSite({ send, digest, every, ...asking }: Asking): Promise<Checked> {
  const offences: Offence[] = [];
  const cookie = await everyCookie(asking);
  const changing = asking.targets.filter(({ route }) => !route.startsWith('GET ') && !(route in takesFromElsewhere));
  const before = await digest();
  for (const [nth, { route, usual }] of changing.entries())
    for (const headers of foreign.filter((_, kind) => (nth + kind) % every === 0)) {
      const { status } = await send(carrying(usual(), cookie, headers));
      if (status < 400) offences.push({ route, with: JSON.stringify(headers), what: `taken: ${status}` });
    }
  const changed = changedIn(before, await digest());
  if (changed.length > 0) offences.push({ route: 'all', with: 'foreign pages', what: `changed ${changed.join(', ')}` });
  return {
    what: 'routes that change something, asked as pages of other sites ask',
    looked: changing.length,
    offences,
  };
}

const everyCookie = async ({ signIns, residentCookie }: Pick<Asking, 'signIns' | 'residentCookie'>) =>
  `${await signIns[0]?.()}; ${residentCookie}`;

/** Looks at the headers of every route's answer: what a browser must be told, and that nothing personal may be kept by others (缓存). */
export async function checkHeaders({ send, targets, signIns, residentCookie }: Asking): Promise<Checked> {
  const offences: Offence[] = [];
  const cookies = [residentCookie];
  for (const signIn of signIns) cookies.push(await signIn());
  let looked = 0;
  for (const target of targets.filter(({ route }) => !route.startsWith('DELETE'))) {
    const asNobody = target.route.startsWith('GET ') ? await send(carrying(target.usual(), '')) : undefined;
    const cookie =
      target.permission === undefined ? `${cookies[1]}; ${residentCookie}` : await mayUse(send, target, cookies);
    if (asNobody?.headers['cache-control'] !== undefined && /public/.test(String(asNobody.headers['cache-control'])))
      for (const [name, value] of Object.entries(speakingOtherwise)) {
        const other = await send(carrying(target.usual(), '', { [name]: value }));
        const isSame = other.text === asNobody.text || String(asNobody.headers['vary']).includes(name);
        if (!isSame) offences.push({ route: target.route, with: name, what: 'kept for all, and not the same for all' });
      }
    for (const got of [asNobody, await send(carrying(target.usual(), cookie, ofOurs(target)))]) {
      if (got === undefined) continue;
      looked += 1;
      for (const what of [...missingIn(got), ...keptWrongly(got, asNobody)])
        offences.push({ route: target.route, with: got === asNobody ? 'nobody' : 'a person', what });
    }
  }
  return { what: 'answers with security headers, and nothing personal for others to keep', looked, offences };
}

/** By what an answer that may be kept for all could differ. */
const speakingOtherwise: Readonly<Record<string, string>> = { cookie: 'language=en', 'x-forwarded-host': elsewhere };

const ofOurs = ({ route }: Target): Readonly<Record<string, string>> =>
  route.startsWith('POST ') ? { 'sec-fetch-site': 'same-origin' } : {};

async function mayUse(send: Send, { usual, route }: Target, cookies: readonly string[]): Promise<string> {
  if (route.startsWith('GET '))
    for (const cookie of cookies) if ((await send(carrying(usual(), cookie))).status < 400) return cookie;
  return cookies[1] ?? '';
}

function missingIn({ headers }: Got): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  return [
    headers['x-content-type-options'] === 'nosniff' ? '' : 'types may be guessed',
    /default-src '(none|self)'/.test(policy) ? '' : `no policy of content: ${policy.slice(0, 60)}`,
    /frame-ancestors 'none'|default-src 'none'$/.test(policy) || headers['x-frame-options'] ? '' : 'may be framed',
    headers['referrer-policy'] ? '' : 'says in other places where one was',
    headers['x-powered-by'] || headers['server'] ? 'says what it is made of' : '',
    /script-src[^;]*'unsafe-inline'/.test(policy) ? 'scripts inside pages' : '',
    ...insecureCookies(headers['set-cookie']),
  ].filter(Boolean);
}

const insecureCookies = (lines: Got['headers'][string]): string[] =>
  [lines ?? []]
    .flat()
    .filter((line) => !/^[^=]*=;/.test(line)) // forgotten
    .filter((line) => !/; HttpOnly/i.test(line) || !/; SameSite=(Lax|Strict)/i.test(line))
    .map((line) => `a cookie that scripts or other sites may use: ${line.split('=')[0]}`)
    .filter((text) => !text.endsWith(': '));

/** What others may keep must be what anybody gets. */
function keptWrongly(got: Got, asNobody: Got | undefined): string[] {
  // Only answers to a GET are kept unless they say so.
  const rule = String(got.headers['cache-control'] ?? '');
  if (/no-store|private/.test(rule)) return [];
  const isForAll = asNobody !== undefined && got.text === asNobody.text && got.headers['set-cookie'] === undefined;
  if (asNobody === undefined && !/public|max-age=[1-9]/.test(rule))
    return rule === '' ? ['says nothing about being kept'] : [];
  if (rule === '') return ['says nothing about being kept'];
  const isApart = /cookie/i.test(String(got.headers['vary'])) && got.headers['set-cookie'] === undefined;
  return isForAll || isApart ? [] : [`may be kept by others: ${rule}`];
}

const hostile = [
  `//${elsewhere}/`,
  `https://${elsewhere}/`,
  `/\\${elsewhere}/`,
  `\\\\${elsewhere}/`,
  `/%09/${elsewhere}/`,
  `%2f%2f${elsewhere}/`,
  `/%5c${elsewhere}/`,
  `///${elsewhere}/`,
  `/..//${elsewhere}/`,
  `/.//${elsewhere}/`,
  `@${elsewhere}/`,
  `javascript:attack()`,
  `https:${elsewhere}/`,
  `/%0d%0aLocation:%20https://${elsewhere}/`,
];
const names = 'back next return returnTo redirect redirect_uri url to goto continue link target path'.split(' ');

/** Asks every address of the server to send the visitor elsewhere (开放重定向), by each name that could say where, and by the path itself. */
export async function checkRedirects(
  { send, targets, residentCookie, every }: Asking,
  seen: Gathered['seen'],
): Promise<Checked> {
  const offences: Offence[] = [];
  let looked = 0;
  let nth = 0;
  const ask = async (route: string, sent: Sent) => {
    nth += 1;
    if (nth % every !== 0) return;
    looked += 1;
    const { status, headers } = await send({ ...sent, headers: { ...sent.headers, cookie: residentCookie } });
    const to = headers['location'];
    if (typeof to !== 'string') return;
    const here = 'http://here.invalid';
    const isHere = URL.canParse(to, here) && new URL(to, here).origin === here;
    if (!isHere) offences.push({ route, with: sent.url.slice(0, 80), what: `${status} to ${to.slice(0, 80)}` });
  };
  for (const { route, usual } of targets) {
    if (route.includes(' /api/') || route.includes('/open311/')) continue; // they answer, and send nobody anywhere
    const pattern = route.split(' ')[1] ?? '/';
    const { url, method, headers = {} } = usual();
    const query = method === 'GET' ? [...new Set([...names, ...(seen.get(route)?.query ?? [])])] : ['back', 'number'];
    for (const bad of hostile) {
      const all = query.map((name) => `${name}=${encodeURIComponent(decodeURIComponent(bad))}`).join('&');
      await ask(route, {
        method,
        url: `${url}?${all}`,
        headers,
        ...(method === 'POST' ? asForm({ number: bad }) : {}),
      });
      for (const [hole] of pattern.matchAll(/:\w+|\*/g))
        await ask(route, { method, url: pattern.replace(hole, bad).replaceAll(/:\w+(\([^)]*\))?/g, 'x'), headers });
    }
  }
  for (const bad of hostile.filter((one) => one.startsWith('/')))
    for (const before of ['', '/console', '/follow', '/g'])
      await ask('a bare address', { method: 'GET', url: before + bad });
  return { what: 'addresses that were asked to send the visitor elsewhere', looked, offences };
}
