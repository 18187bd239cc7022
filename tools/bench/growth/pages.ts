import type { Ask } from '../../trial/ask.ts';
import type { Desk } from '../../trial/desks.ts';

/** Something people open, as the person who opens it; each reading comes from the next desk, so that no page is read from one memory. */
export type Page = {
  readonly name: string;
  readonly at: (turn: number) => { readonly path: string; readonly cookie?: string };
};

const DESKS_READ = 24;
const LATEST_READ = 8;

const search = (words: string, queue = 'newest') => `/api/matters?queue=${queue}&words=${encodeURIComponent(words)}`;

const besideOf = (id: string) => `/api/requests/${id}/beside`;

/**
 * What people open most (常开页面). Matter pages are those of the newest matters of communities all over the district.
 *
 * @throws when no community has a matter
 */
export async function listPages(ask: Ask, all: readonly Desk[]): Promise<readonly Page[]> {
  const step = Math.max(1, Math.floor(all.length / DESKS_READ));
  const desks = all.filter((_, at) => at % step === 0);
  const matters: { readonly cookie: string; readonly id: string }[] = [];
  for (const { directorCookie: cookie } of desks) {
    const { body } = await ask('GET', '/api/matters?queue=newest', { cookie });
    const rows = (body['rows'] ?? []) as { id: string }[];
    matters.push(...rows.slice(0, LATEST_READ).map(({ id }) => ({ cookie, id })));
  }
  if (matters.length === 0) throw new Error('no community has a matter to open');
  const requests: typeof matters = [];
  for (const matter of matters)
    if ((await ask('GET', besideOf(matter.id), { cookie: matter.cookie })).status === 200) requests.push(matter);
  const next = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
  const as = (who: 'directorCookie' | 'taskGroupCookie' | 'districtCookie', name: string, path: string): Page => ({
    name,
    at: (turn) => ({ path, cookie: next(desks, turn)[who] }),
  });
  const ofMatter = (name: string, list: typeof matters, path: (id: string) => string): Page => ({
    name,
    at: (turn) => {
      const { id, cookie } = next(list, turn);
      return { path: path(id), cookie };
    },
  });
  const community = (name: string, path: string) => as('directorCookie', `${name}, community`, path);
  const subdistrict = (name: string, path: string) => as('taskGroupCookie', `${name}, sub-district`, path);
  const district = (name: string, path: string) => as('districtCookie', `${name}, district`, path);
  const everyone = (name: string, path: string | ((code: string) => string)): Page => ({
    name,
    at: (turn) => ({ path: typeof path === 'string' ? path : path(next(desks, turn).community) }),
  });
  return [
    community('queue', '/api/matters?queue=open'),
    subdistrict('queue', '/api/matters?queue=open'),
    district('queue', '/api/matters?queue=open'),
    district('overdue', '/api/matters?queue=overdue'),
    subdistrict('newest', '/api/matters?queue=newest'),
    ofMatter('matter page', matters, (id) => `/api/matters/${id}`),
    ofMatter('beside a request', requests, besideOf),
    community('inbox', '/api/notices'),
    subdistrict('unread', '/api/notices/unread'),
    community('queue counts', '/api/queues'),
    subdistrict('queue counts', '/api/queues'),
    district('queue counts', '/api/queues'),
    community("day's close", '/api/day'),
    subdistrict('bodies that closed', '/api/day/bodies'),
    community('overview', '/api/overview'),
    subdistrict('overview', '/api/overview'),
    district('overview', '/api/overview'),
    subdistrict('coordination desk', '/api/coordination'),
    district('coordination desk', '/api/coordination'),
    district('basic facts', '/api/area-profile'),
    district('what comes again', '/api/repeats'),
    community('search, 2 characters', search('照明')),
    subdistrict('search, 2 characters', search('照明')),
    district('search, 2 characters', search('漏水')),
    district('search of what is open, 2 characters', search('漏水', 'open')),
    subdistrict('search, 4 characters', search('楼道灯坏')),
    district('search, 4 characters', search('电动车楼')),
    everyone('public list', '/api/public/requests'),
    everyone('public list of a community', (code) => `/api/public/requests?community=${code}`),
    everyone('public search, 2 characters', `/api/public/requests?words=${encodeURIComponent('漏水')}`),
    everyone('public search, 4 characters', `/api/public/requests?words=${encodeURIComponent('楼道灯坏')}`),
    everyone('site, public list', '/see'),
    everyone('site, report page', '/report'),
  ];
}
