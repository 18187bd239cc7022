import type { SiteDeps } from '../deps.ts';

const days = { from: '2026-04-03', until: '2026-07-01' };
const none = { n: 0, shown: 0 };

/** Invented figures and files for the tests of the site. */
export const inventedOpenData: Pick<SiteDeps, 'figures' | 'days' | 'openFile' | 'describeOpenData' | 'openKey'> = {
  figures: async ({ from }) =>
    from === 'yesterday'
      ? { ok: false, code: 'period.bad_day', message: { zh: '日期看不懂。', en: 'The day cannot be read.' } }
      : {
          ok: true,
          value: {
            ...days,
            at: '2026-07-01T02:00:00Z',
            figures: {
              received: { n: 12, shown: 10 },
              open: { n: 2, shown: 2 },
              answered: { n: 1, shown: 1 },
              settled: {
                solved: { n: 5, shown: 4 },
                explained: { n: 2, shown: 2 },
                keptOnBooks: none,
                notOurs: { n: 1, shown: 0 },
                withdrawn: { n: 1, shown: 0 },
                duplicate: none,
                merged: none,
                joined: none,
                answered: none,
              },
              inTime: 7,
              late: 1,
              ratings: [1, 0, 1, 1, 2],
              medianDays: 2.25,
            },
          },
        },
  days: async () => ({ ok: true, value: days }),
  openFile: async (_, { forExcel }) => ({
    ok: true,
    value: (async function* () {
      yield `${forExcel ? '\u{FEFF}' : ''}number\r\n`;
      yield '2607-00421-8\r\n';
    })(),
  }),
  describeOpenData: async (base) => ({
    name: 'linli-open-data',
    resources: [{ path: `${base}/open-data/requests.csv` }],
  }),
  openKey: 'linli-demo',
};
