import type { CellFault, ListRow, SheetForm } from '../../../platform/sheets/read-lists.ts';
import type { Actor } from '../../../platform/work.ts';
import { categories, type Category } from '../contract/category.ts';
import type { DutyLine, NewDutyLine } from '../contract/duty.ts';
import { lineInForce, mayRecordDuty } from './duty-matrix.ts';

/** The sheet of the duty matrix (职责分工表). */
export const dutyForm: SheetForm = {
  zh: '职责分工',
  aliases: ['派单目录', '权责清单', 'duties'],
  columns: [
    { key: 'category', zh: '诉求类别', aliases: ['类别', '事项', 'category'], needed: true, width: 16 },
    { key: 'area', zh: '区划代码', aliases: ['代码', 'area'], needed: true, width: 18 },
    { key: 'body', zh: '责任单位', aliases: ['承办单位', '单位', 'body'], needed: true, width: 30 },
    { key: 'limit', zh: '办理时限', aliases: ['时限', '工作日', 'limit'], width: 12 },
    { key: 'fromOn', zh: '起始日期', aliases: ['生效日期', 'from'], width: 14 },
    { key: 'source', zh: '依据', aliases: ['来源', 'source'], needed: true, width: 36 },
  ],
};

const fold = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

export type DutySurroundings = {
  readonly lines: readonly DutyLine[];
  readonly today: string;
  readonly actor: Actor;
  readonly newId: () => string;
  readonly categoryNames: (category: Category) => readonly string[];
  readonly areaCodes: ReadonlySet<string>;
  readonly bodies: readonly { readonly bodyId: string; readonly nameZh: string }[];
  readonly readDay: (text: string) => string | undefined;
};
export type DutyChange = {
  readonly row: number;
  readonly category: Category;
  readonly area: string;
  readonly before: string;
  readonly after: string;
};
export type DutyPlan = {
  readonly faults: readonly CellFault[];
  readonly changes: readonly DutyChange[];
  readonly unchanged: number;
  readonly missing: readonly string[];
  readonly lines: readonly NewDutyLine[];
};

/**
 * Plans what a sheet would record in the duty matrix: a line for each row that says something else than what holds on its
 * day. Lines that the sheet leaves out stay.
 *
 * Faults: `duty_category`, `area_unknown`, `body_unknown`, `limit`, `day`, `row_repeated`, and the codes of
 * `mayRecordDuty` without `duty.`.
 */
export function planDuties(rows: readonly ListRow[], around: DutySurroundings): DutyPlan {
  const faults: CellFault[] = [];
  const changes: DutyChange[] = [];
  const lines: NewDutyLine[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  const nameOf = (bodyId: string | null | undefined) =>
    around.bodies.find((one) => one.bodyId === bodyId)?.nameZh ?? '';
  for (const row of rows) {
    const { text, fault } = row;
    const category = categories.find((one) =>
      around.categoryNames(one).some((name) => fold(name) === fold(text('category'))),
    );
    const areaCode = fold(text('area'));
    const body = around.bodies.find(({ nameZh }) => fold(nameZh) === fold(text('body')));
    const limit = text('limit') === '' ? null : Number(fold(text('limit')).replace(/(个)?工作日$/, ''));
    const fromOn = text('fromOn') === '' ? around.today : around.readDay(text('fromOn'));
    const before = faults.length;
    if (!category) faults.push(fault('category', 'duty_category'));
    if (!around.areaCodes.has(areaCode)) faults.push(fault('area', 'area_unknown', { code: areaCode }));
    if (!body) faults.push(fault('body', 'body_unknown', { name: text('body') }));
    if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= 365))
      faults.push(fault('limit', 'limit'));
    if (fromOn === undefined) faults.push(fault('fromOn', 'day'));
    const key = `${category ?? ''} ${areaCode}`;
    if (seen.has(key)) faults.push(fault('category', 'row_repeated', { row: seen.get(key) ?? 0 }));
    seen.set(key, row.row);
    if (faults.length > before || !category || !body || fromOn === undefined) continue;
    const wish = { areaCode, fromOn, limitWorkingDays: limit, source: text('source') };
    const now = lineInForce(around.lines, category, areaCode, fromOn < around.today ? around.today : fromOn);
    if (now && now.bodyId === body.bodyId && now.limitWorkingDays === limit && now.source === wish.source) {
      unchanged += 1;
      continue;
    }
    const decision = mayRecordDuty(around.actor, wish, around.today);
    if (!decision.ok) {
      faults.push(fault(decision.code === 'duty.in_the_past' ? 'fromOn' : 'area', decision.code.replace('duty.', '')));
      continue;
    }
    changes.push({ row: row.row, category, area: areaCode, before: nameOf(now?.bodyId), after: body.nameZh });
    lines.push({ ...wish, id: around.newId(), category, bodyId: body.bodyId, reason: '', ruling: null });
  }
  const missing = [...new Set(around.lines.map(({ category, areaCode }) => `${category} ${areaCode}`))].filter(
    (key) => {
      const [category, areaCode = ''] = key.split(' ');
      return !seen.has(key) && lineInForce(around.lines, category as Category, areaCode, around.today) !== undefined;
    },
  );
  return { faults, changes, unchanged, missing, lines };
}
