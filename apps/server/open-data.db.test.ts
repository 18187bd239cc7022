import { DOMParser } from '@xmldom/xmldom';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoMonth } from '../../db/demo/month.ts';
import { getFigures, openFile, type Figures } from '../../modules/openness/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { publicWays } from './public-ways.ts';

const now = new Date('2026-11-19T02:30:00Z');
const subdistrict = '990102001';
const community = '990102001001';

type Told = {
  stage: string;
  outcome: string | null;
  community: string | null;
  published: boolean;
  wantsPublic: boolean;
  openedAt: Date;
  answeredAt: Date | null;
  isLate: boolean;
  ratings: number[] | null;
};
let server: DemoServer;
let owner: pg.Client;
let told: Told[];
beforeAll(async () => {
  server = await startDemoServer(now);
  const { districtId, db } = server.ground;
  const occasion = { districtId, now, scope: areaScope(''), actor: { kind: 'system', name: 'demo' } } as const;
  await inTransaction(db, occasion, (work) => playDemoMonth(work, { until: now, scale: 0.1 }));
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  const { rows } = await owner.query<Told>(`
    select m.stage, case when m.stage <> 'open' then m.outcome end as outcome, m.community_code as community, r.wants_public as "wantsPublic",
      exists (select from requests.publications p where p.matter_id = m.id) as published,
      m.opened_at as "openedAt", case when m.stage <> 'open' then m.answered_at end as "answeredAt",
      exists (select from matters.clocks k where k.matter_id = m.id and k.clock = 'total' and k.missed_at is not null) as "isLate",
      (select array_agg((t.content->'input'->>'rating')::int order by t.seq) from matters.timeline t
       where t.matter_id = m.id and t.content->'input' ? 'rating') as ratings
    from matters.matters m join requests.requests r on r.matter_id = m.id`);
  told = rows;
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const ways = () => publicWays(server.ground).ways();
const figuresOf = async (area: string, days = {}): Promise<Figures> => {
  const answer = await getFigures(ways(), { area, ...days });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.figures;
};
const get = (url: string) => server.app.inject({ url });

describe('figures', () => {
  test.each(['', subdistrict, community])('of area "%s" are those of its rows, counted one by one', async (area) => {
    const rows = told.filter((row) => (row.community ?? '').startsWith(area));
    expect(rows.length).toBeGreaterThan(0);
    const count = (when: (row: Told) => boolean) => ({
      n: rows.filter(when).length,
      shown: rows.filter((row) => when(row) && row.published).length,
    });
    const taken = [null, 'withdrawn', 'duplicate', 'merged', 'joined'];
    const answered = rows.filter((row) => row.answeredAt !== null && !taken.includes(row.outcome));
    const marks = rows.flatMap((row) => row.ratings?.at(-1) ?? []);
    const days = answered
      .map((row) => ((row.answeredAt as Date).getTime() - row.openedAt.getTime()) / 86_400_000)
      .toSorted((a, b) => a - b);
    const middle = (days.length - 1) / 2;
    const median =
      days.length > 0 ? ((days[Math.floor(middle)] as number) + (days[Math.ceil(middle)] as number)) / 2 : null;

    const figures = await figuresOf(area);
    expect(figures.received).toEqual(count(() => true));
    expect(figures.open).toEqual(count((row) => row.outcome === null));
    expect(figures.answered).toEqual(count((row) => row.outcome !== null && row.stage !== 'final'));
    for (const [outcome, counted] of Object.entries(figures.settled))
      expect([outcome, counted]).toEqual([outcome, count((row) => row.stage === 'final' && row.outcome === outcome)]);
    expect(figures.late).toBe(answered.filter((row) => row.isLate).length);
    expect(figures.inTime).toBe(answered.length - figures.late);
    expect(figures.ratings).toEqual([1, 2, 3, 4, 5].map((mark) => marks.filter((one) => one === mark).length));
    expect(figures.medianDays?.toFixed(6)).toBe(median?.toFixed(6));
    const all = [figures.open, figures.answered, ...Object.values(figures.settled)];
    expect(all.reduce((sum, { n }) => sum + n, 0)).toBe(figures.received.n);
  });

  test('of a period count what was raised in it, by the clock of the district', async () => {
    const days = { from: '2026-11-10', until: '2026-11-12' };
    const [begins, ends] = [new Date('2026-11-09T16:00:00Z'), new Date('2026-11-12T16:00:00Z')];
    const inside = told.filter(({ openedAt }) => openedAt >= begins && openedAt < ends);
    expect(inside.length).toBeGreaterThan(0);
    expect((await figuresOf('', days)).received.n).toBe(inside.length);
  });

  test('open to the rows behind them: each link of the page leads to as many as it says', async () => {
    const page = (await get(`/figures?area=${subdistrict}`)).body.replaceAll('&amp;', '&');
    const links = [
      ...page.matchAll(/href="(\/see\?[^"]+)">[^<]*<b>(\d+)<\/b><\/a>\s*(?:<span class="hint">[^<\d]*(\d+)?)?/g),
    ];
    expect(links.length).toBeGreaterThan(3);
    for (const [, path = '', n, shown] of links) {
      const numbers = new Set<string>();
      for (let next: string | undefined = path; next;) {
        const list: string = (await get(next)).body.replaceAll('&amp;', '&');
        for (const [, number = ''] of list.matchAll(/<a href="\/see\/([^"]+)">/g)) numbers.add(number);
        next = /href="(\/see\?[^"]*after=[^"]+)"/.exec(list)?.[1];
      }
      expect([path, numbers.size]).toEqual([path, Number(shown ?? n)]);
    }
  });

  test('say how each is counted, and no share without its number', async () => {
    const page = (await get('/figures')).body;
    expect(page.match(/怎么数的/g)).toHaveLength(5);
    expect(page).toMatch(/收到评价 \d+ 件，基本满意以上 \d+ 件（\d+%）/);
  });

  test.each([
    ['/figures?area=110101001', 422],
    ['/figures?from=yesterday', 422],
    ['/figures?from=2026-11-12&until=2026-11-10', 422],
    ['/communities/990102001999', 404],
    ['/communities/990102001', 404],
    ["/communities/990102001001'--", 404],
    ['/open-data/requests.csv?area=1', 404],
    ['/open-data/requests.csv?from=2026-02-30', 400],
    ['/feeds/results.atom?area=nowhere', 404],
    ['/see?from=soon', 422],
    ['/see?standing=toString&outcome=x&category=y', 200],
  ])('%s says no in words', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status);
  });
});

/** Reads CSV by RFC 4180: each cell with what ends it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain as string) : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('open data', () => {
  test('holds every public request once, in CSV and GeoJSON alike, and none that its reporter wants to keep', async () => {
    const [head = [], ...rows] = readCsv((await get('/open-data/requests.csv?from=2026-01-01')).body);
    expect(rows.length).toBe(told.filter(({ wantsPublic }) => wantsPublic).length);
    expect(rows.length).toBeLessThan(told.length);
    expect(new Set(rows.map(([number]) => number)).size).toBe(rows.length);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const geo = (await get('/open-data/requests.geojson?from=2026-01-01')).json();
    expect(geo.features.map(({ id }: { id: string }) => id)).toEqual(rows.map(([number]) => number));
    expect(geo.features[0]).toMatchObject({ type: 'Feature', geometry: null });
    const { resources } = (await get('/open-data/datapackage.json')).json();
    expect(resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(head);
    const figures = readCsv((await get('/open-data/figures.csv')).body);
    expect(resources[1].schema.fields.map(({ name }: { name: string }) => name)).toEqual(figures[0]);
    const at = figures[0]?.indexOf('received') ?? 0;
    expect(figures.slice(1).reduce((sum, row) => sum + Number(row[at]), 0)).toBe(told.length);
  });

  test('gives no cell that a spreadsheet would run, and a mark for Excel when asked', async () => {
    const body = { what: '=HYPERLINK("http://x.example","点我")，\n这是公式', place: '院里', community };
    const raised = await server.ask('POST', '/api/public/requests', {
      body: { ...body, commandId: crypto.randomUUID() },
    });
    await owner.query(`insert into requests.publications (district_id, matter_id, number, category, title, body, holder_body_id, state, opened_at, grams)
      select district_id, id, number, 'other', '@SUM(A1)', '=1+1', holder_body_id, state, opened_at, '{}' from matters.matters where number = '${raised.body.number}'`);
    const csv = (await get(`/open-data/requests.csv?area=${community}&bom=1`)).body;
    expect(csv.startsWith('\u{FEFF}number')).toBe(true);
    const cells = readCsv(csv).flat();
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'@SUM(A1)");
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });

  test('is read a page at a time: what nobody takes is not fetched', async () => {
    const opened = await openFile(ways(), 'requests.csv', { from: '2026-01-01', forExcel: false });
    if (!opened.ok) throw new Error(opened.code);
    const first = await opened.value.next();
    expect(String(first.value).split('\r\n')).toHaveLength(2);
    await opened.value.return(undefined);
    expect((await opened.value.next()).done).toBe(true);
  });
});

describe('the feed of answers', () => {
  test('is well-formed Atom with what everyone may read, of one community and kind when asked', async () => {
    const read = async (query = '') => {
      const answer = await get(`/feeds/results.atom${query}`);
      expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      const feed = new DOMParser({
        onError: (_, message) => {
          throw new Error(message);
        },
      }).parseFromString(answer.body, 'text/xml');
      const of = (name: string) => [...feed.getElementsByTagName(name)].map((one) => one.textContent ?? '');
      return { of, terms: [...feed.getElementsByTagName('category')].map((one) => one.getAttribute('term')) };
    };
    const all = await read();
    expect(all.of('entry').length).toBeGreaterThan(5);
    expect(new Set(all.of('id')).size).toBe(all.of('entry').length + 1);
    const times = all.of('updated').slice(1);
    expect(times).toEqual(times.toSorted().toReversed());
    const { terms } = await read('?category=lighting');
    expect(new Set(terms)).toEqual(new Set(['lighting']));
    const own = await read(`?area=${community}`);
    expect(own.of('title')[0]).toContain('星井社区');
    expect(own.of('entry').length).toBeLessThan(all.of('entry').length);
  });
});
