import type { Named } from '../../matters/index.ts';

export type Rhythm = 'month' | 'quarter' | 'year' | 'whenItHappens';
export type Topic = 'party' | 'affairs' | 'finance' | 'service';

/** One thing that every community discloses (公开事项): what, who, how often, within which time, and on what ground. */
export type DisclosureItem = Named & {
  readonly code: string;
  readonly topic: Topic;
  readonly by: Named;
  readonly rhythm: Rhythm;
  /** Working days after the period ended, or after it happened. */
  readonly withinWorkingDays: number;
  readonly basis: Named;
  /** Periods that begin before this day are not owed. */
  readonly holdsFrom: string;
};

const committee: Named = { zh: '居民委员会', en: 'the residents’ committee' };
const branch: Named = { zh: '社区党组织', en: 'the party branch of the community' };
const accounts: Named = {
  zh: '《城市居民委员会组织法》（2018 年文本）第十六条：收支账目及时公布。频次参照《村民委员会组织法》（2018 年文本）第三十条。两部法律 2026 年起有修订，条号以修订后的文本为准。',
  en: 'Organic Law of Urban Residents’ Committees (2018 text), article 16: accounts are published in time. How often follows the Organic Law of Villagers’ Committees (2018 text), article 30. Both were revised from 2026; the revised texts go before.',
};
const affairs: Named = {
  zh: '居务公开：办事流程、工作进度、执行效果、经费收支及时公布。频次参照《村民委员会组织法》（2018 年文本）第三十条：一般事项至少每季度，重大事项随时。',
  en: 'Disclosure of residents’ affairs: procedure, progress, result and money, in time. How often follows the Organic Law of Villagers’ Committees (2018 text), article 30: general matters at least each quarter, important ones at once.',
};
const party: Named = {
  zh: '《中国共产党党务公开条例（试行）》；频次由本系统按季度设定，条例没有规定天数。',
  en: 'Regulations on the Openness of Party Affairs (trial); each quarter is the choice of this program, the regulations name no days.',
};
const openly: Named = {
  zh: '涉及居民利益的事及时公开、耐心讲解（制度 S182）。没有法律规定天数，一个工作日由本系统设定。',
  en: 'What touches residents is made public promptly and explained patiently (institution S182). No law names the days; one working day is the choice of this program.',
};
const handling: Named = { zh: '居民委员会或承办单位', en: 'the residents’ committee, or the body that handles it' };
const HOLDS_FROM = '2026-10-01';

/** A notice to everybody about a matter or a project (公告), under which residents ask. */
export const PUBLIC_NOTICE = 'publicNotice';
export const isPublicNotice = (item: string): boolean => item === PUBLIC_NOTICE;

/**
 * The list of what communities disclose (公开事项目录). How many working days after the period is the choice of this program; no law
 * names it.
 *
 * @source catalogue S67, S68; features 76
 */
export const disclosureItems: readonly DisclosureItem[] = [
  {
    code: 'funds',
    topic: 'finance',
    zh: '工作经费收支',
    en: 'Working funds: income and expenditure',
    by: committee,
    rhythm: 'month',
    withinWorkingDays: 10,
    basis: accounts,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'welfareFunds',
    topic: 'finance',
    zh: '公益事业筹资和开支',
    en: 'Money raised for the common good, and its use',
    by: committee,
    rhythm: 'whenItHappens',
    withinWorkingDays: 5,
    basis: accounts,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'progress',
    topic: 'affairs',
    zh: '重点工作的进度和效果',
    en: 'Progress and results of the main work',
    by: committee,
    rhythm: 'quarter',
    withinWorkingDays: 10,
    basis: affairs,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'decisions',
    topic: 'affairs',
    zh: '居民会议、居民代表会议的决定',
    en: 'Decisions of the residents’ meeting and of its representatives',
    by: committee,
    rhythm: 'whenItHappens',
    withinWorkingDays: 5,
    basis: affairs,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'benefits',
    topic: 'service',
    zh: '救助、补贴和服务项目办理情况（件数和标准，不写人）',
    en: 'Aid, allowances and services: numbers and standards, no persons',
    by: committee,
    rhythm: 'quarter',
    withinWorkingDays: 10,
    basis: affairs,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'branchWork',
    topic: 'party',
    zh: '党组织工作、承诺和兑现',
    en: 'Work of the party branch, its pledges and what was kept',
    by: branch,
    rhythm: 'quarter',
    withinWorkingDays: 10,
    basis: party,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: PUBLIC_NOTICE,
    topic: 'affairs',
    zh: '公告和公开答复',
    en: 'Notices, and answers to everybody',
    by: handling,
    rhythm: 'whenItHappens',
    withinWorkingDays: 1,
    basis: openly,
    holdsFrom: HOLDS_FROM,
  },
  {
    code: 'yearReport',
    topic: 'affairs',
    zh: '年度工作和居民评议结果',
    en: 'The year’s work, and how residents judged it',
    by: committee,
    rhythm: 'year',
    withinWorkingDays: 20,
    basis: affairs,
    holdsFrom: HOLDS_FROM,
  },
];

export const findDisclosureItem = (code: string): DisclosureItem | undefined =>
  disclosureItems.find((item) => item.code === code);
