import { randomUUID } from 'node:crypto';
import { apiTargets, type OpenApi } from './api-targets.ts';
import { makeBadFiles } from './bad-files.ts';
import { readJson } from './bad-answer.ts';
import { crawlSite, type Seen } from './crawl.ts';
import type { Known } from './fill-shape.ts';
import { asForm, asJson, cookiesOf, type Send } from './send.ts';
import { routeFinder, siteTarget } from './site-targets.ts';
import type { Target } from './target.ts';

type Receipt = { readonly matterId: string; readonly number: string; readonly code: string };

/** Everything that is attacked, and what it takes to knock at it. */
export type Gathered = {
  readonly targets: readonly Target[];
  readonly signIns: readonly (() => Promise<string>)[];
  readonly seen: ReadonlyMap<string, Seen>;
  /** Of a resident who follows a request and is signed in. */
  readonly residentCookie: string;
  readonly receipt: Receipt;
};

/** Routes that nothing is sent to, by the start of their name, each with its reason. */
export const excused: Readonly<Record<string, string>> = {
  'GET /console/assets/': 'files of the screens, named by what is in them; a name that is not known is attacked as `*`',
};
export const isExcused = (route: string): boolean =>
  !route.endsWith('*') && Object.keys(excused).some((start) => route.startsWith(start));

/**
 * Gathers the targets (收集攻击面): the operations of the served OpenAPI document, and every other route that the server
 * serves with the fields that its own pages show.
 *
 * @param served from `listServedRoutes`; a route among them that is neither a target nor excused by name is thrown
 * @param scale how far the bombs go beyond the limits
 */
export async function gatherTargets(send: Send, served: readonly string[], scale: number): Promise<Gathered> {
  const get = async (url: string, cookie = '') =>
    readJson((await send({ method: 'GET', url, headers: { cookie } })).text);
  const document = (await get('/api/openapi.json')) as OpenApi;
  const { accounts } = (await get('/api/demo/accounts')) as { accounts: { accountId: string; postId: string }[] };
  const signIns = accounts.map(({ accountId, postId }) => async () => {
    const cookie = cookiesOf(await send({ method: 'POST', url: '/api/demo/session', ...asJson({ accountId }) }));
    const { headers, bytes } = asJson({ postId });
    await send({ method: 'POST', url: '/api/session/post', headers: { ...headers, cookie }, bytes });
    return cookie;
  });
  const receipt = await raise(send);
  const { known, idsBelow } = await harvest(document, signIns, get);
  const community = '990102001001';
  const held = {
    known: { ...known, number: receipt.number, code: community, community, step: 'accept', matterId: receipt.matterId },
    idsBelow: { ...idsBelow, '/api/matters': receipt.matterId, '/api/requests': receipt.matterId },
    files: makeBadFiles(scale),
  };
  const ofApi = apiTargets(document, held);

  const shown = await send({
    method: 'POST',
    url: '/follow',
    ...asForm({ number: receipt.number, code: receipt.code }),
  });
  const resident = await signInResident(send);
  const own = routeFinder(served);
  const start = served
    .filter((route) => route.startsWith('GET /') && !route.includes('*') && !route.startsWith('GET /api/'))
    .map((route) =>
      route
        .slice('GET '.length)
        .replaceAll(/:year(\([^)]*\))?/g, '2026')
        .replaceAll(/:day(\([^)]*\))?/g, '2026-11-18')
        .replaceAll(':number', receipt.number)
        .replaceAll(':code', community)
        .replaceAll(':id', 'resident-request')
        .replaceAll(/:\w+/g, 'x'),
    );
  const cookie = [cookiesOf(shown), resident].filter(Boolean).join('; ');
  const asResident: Send = (sent) => {
    const theirs = [cookie, sent.headers?.['cookie']].filter(Boolean).join('; ');
    return send({ ...sent, headers: { ...sent.headers, cookie: theirs } });
  };
  const nameOf = (method: string, url: string) => (url.startsWith('/api/') ? undefined : own(method, url));
  const usual = { what: '楼道灯坏了，晚上看不见路', community, place: '3号楼', number: receipt.number };
  const { seen, cookie: more } = await crawlSite(asResident, start, nameOf, usual);

  const byApi = new Set(ofApi.map(({ route }) => route));
  const residentCookie = [cookie, more].filter(Boolean).join('; ');
  const rest = served
    .filter((route) => !byApi.has(route) && !isExcused(route))
    .map((route) => siteTarget(route, seen.get(route), held.files, residentCookie));
  const targets = [...ofApi, ...rest];
  const covered = new Set(targets.map(({ route }) => route));
  const missing = served.filter((route) => !covered.has(route) && !isExcused(route));
  const unserved = [...covered].filter((route) => !served.includes(route));
  if (missing.length + unserved.length > 0)
    throw new Error(`neither attacked nor excused: ${missing.join(', ')}; not served: ${unserved.join(', ')}`);
  return { targets, signIns, seen, residentCookie, receipt };
}

async function raise(send: Send): Promise<Receipt> {
  const what = '楼道灯坏了，晚上看不见路';
  const sent = asJson({
    commandId: randomUUID(),
    what,
    community: '990102001001',
    place: '3号楼',
    phone: '13900000001',
  });
  const got = await send({ method: 'POST', url: '/api/public/requests', ...sent });
  if (got.status !== 200) throw new Error(`the request was not taken: ${got.text}`);
  return readJson(got.text) as Receipt;
}

/** As a demo does it, whose page says the code. */
async function signInResident(send: Send): Promise<string> {
  const asked = await send({ method: 'POST', url: '/my/phone', ...asForm({ phone: '13900000001' }) });
  const flow = cookiesOf(asked);
  const page = await send({ method: 'GET', url: '/my/code', headers: { cookie: flow } });
  const code = /\b\d{6}\b/.exec(page.text.replaceAll(/<style[\s\S]*?<\/style>|#[0-9a-f]{6}/g, ''))?.[0] ?? '';
  const { headers, bytes } = asForm({ code });
  return cookiesOf(await send({ method: 'POST', url: '/my/code', headers: { ...headers, cookie: flow }, bytes }));
}

/** Ids and codes that the lists of the API show to each account, by the name of their field and by their address. */
async function harvest(
  { paths }: OpenApi,
  signIns: Gathered['signIns'],
  get: (url: string, cookie: string) => Promise<unknown>,
): Promise<{ readonly known: Known; readonly idsBelow: Known }> {
  const known: Record<string, string> = {};
  const idsBelow: Record<string, string> = {};
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') look(inner, path);
      else if (name === 'id') idsBelow[path] ??= inner;
      else if (/(Id|Code|code|On)$/.test(name)) known[name] ??= inner;
    }
  };
  const answered = new Set<string>();
  const lists = Object.keys(paths).filter((path) => paths[path]?.['get'] && !path.includes('{'));
  for (const signIn of signIns) {
    const cookie = await signIn();
    for (const path of lists.filter((one) => !answered.has(one))) {
      const listed = await get(path, cookie);
      if (typeof listed !== 'object' || listed === null || 'code' in listed) continue; // not for this account
      answered.add(path);
      look(listed, path);
    }
  }
  return { known, idsBelow };
}
