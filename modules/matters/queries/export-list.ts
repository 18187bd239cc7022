import { say, type Language } from '../../../platform/i18n/words.ts';
import type { Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { describePeople, findBody } from '../../bodies/index.ts';
import { findArea } from '../../territory/index.ts';
import type { ClockView, MatterRow, Page } from '../contract/views.ts';
import { newestProcedures } from '../rules/engine.ts';
import { calendarOf } from '../store/ground-store.ts';
import { listMatters, type ListMatters } from './list-matters.ts';
import '../words/index.ts';

export type ListSearch = Pick<ListMatters, 'words' | 'state' | 'community'> & { readonly queue: ListMatters['queue'] };
type InScope = <T>(run: (work: Work) => Promise<T>) => Promise<T>;

const ROWS_AT_ONCE = 500;

/** Who took a list out, when, and what it was narrowed by (清单抬头), as lines of two cells. */
export async function headOfList(work: Work, search: ListSearch, language: Language): Promise<string[][]> {
  const calendar = await calendarOf(work);
  const moment = momentText(calendar.timeZone);
  const label = (key: string) => say('matters', `list.head.${key}`)[language];
  const { actor } = work;
  const [person] = actor.kind === 'worker' ? await describePeople(work, [actor.accountId]) : [];
  const body = actor.kind === 'worker' ? await findBody(work, actor.bodyId) : undefined;
  const named = (one: { nameZh: string; nameEn: string } | undefined) =>
    one ? (language === 'zh' ? one.nameZh : one.nameEn) : '';
  const area = search.community ? await findArea(work, search.community) : undefined;
  const state = search.state
    ? newestProcedures().flatMap(({ states }) => states[search.state ?? ''] ?? [])[0]
    : undefined;
  return [
    [label('queue'), say('matters', `list.queues.${search.queue}`)[language]],
    ...(search.words ? [[label('words'), search.words]] : []),
    ...(search.state ? [[label('state'), state?.[language] ?? search.state]] : []),
    ...(search.community ? [[label('community'), named(area) || search.community]] : []),
    [label('by'), `${named(person)} ${named(body)}`.trim()],
    [label('at'), moment(work.now)],
  ];
}

const columns = [
  'number',
  'what',
  'state',
  'community',
  'place',
  'holder',
  'person',
  'clock',
  'due',
  'opened',
  'last',
] as const;

/** The headings of a list (清单列名). */
export const headingsOfList = (language: Language): string[] =>
  columns.map((column) => say('matters', `list.columns.${column}`)[language]);

/**
 * Reads a whole list page by page (逐页读清单), each page in its own short transaction and scope, so that neither this
 * program nor the database holds more than one page. It shows what the queue shows, and no more of a person.
 */
export async function* readList(
  inScope: InScope,
  search: ListSearch,
  language: Language,
  most: number,
): AsyncGenerator<string[]> {
  let after: string | undefined;
  let shown = 0;
  let moment: ((at: Date) => string) | undefined;
  do {
    const page: Result<Page> = await inScope((work) => listMatters(work, { ...search, after, limit: ROWS_AT_ONCE }));
    if (!page.ok) throw new Error(`the list was refused half-way: ${page.code}`);
    moment ??= momentText((await inScope(calendarOf)).timeZone);
    for (const row of page.value.rows) {
      if (shown >= most) return;
      shown += 1;
      yield cellsOf(row, language, moment);
    }
    after = page.value.next ?? undefined;
  } while (after !== undefined);
}

function cellsOf(row: MatterRow, language: Language, moment: (at: Date) => string): string[] {
  const { clock, holder, community } = row;
  return [
    row.number,
    row.title,
    row.stateName[language],
    community?.[language] ?? '',
    row.place,
    holder.body[language],
    holder.person?.[language] ?? '',
    clock ? `${clock.name[language]} · ${standingText(clock, language)}` : '',
    clock?.dueAt ? moment(new Date(clock.dueAt)) : '',
    moment(new Date(row.openedAt)),
    moment(new Date(row.lastAt)),
  ];
}

const standingText = ({ standing }: ClockView, language: Language) =>
  say('matters', `list.standing.${standing}`)[language];

function momentText(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
}
