import { inReadingOrder } from '../../../../platform/sheets/in-reading-order.ts';
import { readLists, type CellFault, type ListsReading } from '../../../../platform/sheets/read-lists.ts';
import type { ReadSheet } from '../../../../platform/sheets/sheet.ts';
import type { PostKind } from '../../contract/post.ts';
import { workbookForm, type RowChange, type SheetKind } from '../../contract/workbook.ts';
import { planAreas } from './plan-areas.ts';
import { planBodies } from './plan-bodies.ts';
import { planLinks, type LinkWords } from './plan-links.ts';
import { planPeople } from './plan-people.ts';
import { planPosts } from './plan-posts.ts';
import type { Ledger, Register, Tally, Writes } from './register.ts';

export type ImportPlan = {
  readonly faults: readonly CellFault[];
  readonly changes: readonly RowChange[];
  /** By sheet of the form; null: the workbook has no such sheet. */
  readonly tally: Readonly<Record<SheetKind, Tally | null>>;
  readonly ignored: ListsReading<SheetKind>['ignored'];
  readonly writes: Writes;
};

/**
 * Plans what a workbook (建制表) would change in a district: new, changed, unchanged and missing rows, and every fault by
 * sheet, row and column. Nothing that is missing in the workbook is ever taken away.
 *
 * @param newId each id is greater than the one before
 * @param namesOf the names of a kind of post
 * @param linkWords how kinds of links are called, and why one cannot be
 */
export function planImport(
  sheets: readonly ReadSheet[],
  register: Register,
  {
    newId,
    namesOf,
    linkWords,
  }: {
    newId: () => string;
    namesOf: (kind: PostKind) => { readonly zh: string; readonly en: string };
    linkWords: LinkWords;
  },
): ImportPlan {
  const { lists, faults, ignored } = readLists(sheets, workbookForm, 'bodies');
  const tallyOf = (kind: SheetKind): Tally => ({
    rows: lists[kind]?.length ?? 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    missing: [],
  });
  const ledger: Ledger = {
    writes: {
      newAreas: [],
      areas: [],
      newBodies: [],
      bodies: [],
      newPosts: [],
      posts: [],
      newPeople: [],
      newAppointments: [],
      newLinks: [],
    },
    faults: [...faults],
    changes: [],
    tally: {
      areas: tallyOf('areas'),
      bodies: tallyOf('bodies'),
      posts: tallyOf('posts'),
      people: tallyOf('people'),
      links: tallyOf('links'),
    },
    unread: new Set(),
    newId,
  };
  const areas = planAreas(lists.areas ?? [], register, ledger);
  const bodies = planBodies(lists.bodies ?? [], register, areas, ledger);
  const groups = planPosts(lists.posts ?? [], { register, areas, bodies, namesOf }, ledger);
  planLinks(lists.links ?? [], { register, bodies, words: linkWords }, ledger);
  planPeople(lists.people ?? [], { register, bodies, groups }, ledger);
  const given = (kind: SheetKind) => (lists[kind] ? ledger.tally[kind] : null);
  return {
    faults: inReadingOrder(
      ledger.faults,
      sheets.map(({ name }) => name),
    ),
    changes: ledger.changes,
    tally: {
      areas: given('areas'),
      bodies: given('bodies'),
      posts: given('posts'),
      people: given('people'),
      links: given('links'),
    },
    ignored,
    writes: ledger.writes,
  };
}
