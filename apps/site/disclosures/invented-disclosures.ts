import type { DisclosureView, SiteDeps } from '../deps.ts';

const both = (zh: string) => ({ zh, en: zh });
const item: DisclosureView['item'] = {
  code: 'funds',
  topic: 'finance',
  name: both('工作经费收支'),
  by: both('居民委员会'),
  rhythm: 'month',
  withinWorkingDays: 10,
  basis: both('收支账目及时公布。'),
};
const entry: DisclosureView = {
  id: '01900000-0000-7000-8000-00000000d001',
  item,
  period: '2026-10',
  words: '十月收入一万元，支出八千元。',
  rows: [
    ['项目', '金额'],
    ['水电', '8000'],
  ],
  file: null,
  corrects: null,
  reason: null,
  about: null,
  correctedBy: null,
  by: both('居民委员会'),
  at: '2026-11-05T02:00:00.000Z',
};

/** One entry, nothing owed. */
export const inventedDisclosures: Pick<
  SiteDeps,
  'disclosures' | 'disclosure' | 'disclosureFile' | 'recentDisclosures' | 'noticesAbout' | 'askUnderNotice'
> = {
  disclosures: async () => ({ items: [{ item, owed: [] }], entries: [entry], next: null }),
  disclosure: async (_, id) => (id === entry.id ? { entry, history: [entry] } : undefined),
  disclosureFile: async () => undefined,
  noticesAbout: async () => [],
  askUnderNotice: async () => ({ ok: true, value: { number: '202611-000001-1' } }),
  recentDisclosures: async (code) => [{ ...entry, code }],
};
