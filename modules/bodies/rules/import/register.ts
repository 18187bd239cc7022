import type { CellFault } from '../../../../platform/sheets/read-lists.ts';
import type { BodyKind } from '../../contract/body-kinds.ts';
import type { NewAppointment, NewPost, PostKind, Tenure } from '../../contract/post.ts';
import type { BodyLink, NewBody } from '../../contract/body.ts';
import type { RowChange, SheetKind } from '../../contract/workbook.ts';

export type KnownArea = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly addresses: readonly string[];
};
export type KnownBody = {
  readonly bodyId: string;
  readonly kind: BodyKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly phonePublic: string | null;
};
export type KnownPost = {
  readonly postId: string;
  readonly bodyId: string;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly isHead: boolean;
  readonly tenure: Tenure;
  readonly phonePublic: string | null;
  readonly duty: string | null;
  /** The account that holds it today, or from a later day. */
  readonly holder: { readonly accountId: string; readonly nameZh: string; readonly fromOn: string } | null;
};
export type KnownPerson = {
  readonly accountId: string;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** What the district has today (现有建制), as an import is compared with it. */
export type Register = {
  readonly districtCode: string;
  /** ISO date on the district's clock. */
  readonly today: string;
  readonly areas: readonly KnownArea[];
  /** Codes of areas that have ended; they are never founded again. */
  readonly endedAreas: ReadonlySet<string>;
  readonly bodies: readonly KnownBody[];
  readonly posts: readonly KnownPost[];
  readonly people: readonly KnownPerson[];
  readonly links: readonly BodyLink[];
};

export type AreaWrite = KnownArea & { readonly foundedOn: string };
export type BodyCorrection = Pick<KnownBody, 'bodyId' | 'nameZh' | 'nameEn' | 'phonePublic'>;
export type PostCorrection = Pick<KnownPost, 'postId' | 'nameEn' | 'phonePublic' | 'duty'>;

/** What would be written, in the order in which it has to be. */
export type Writes = {
  readonly newAreas: AreaWrite[];
  readonly areas: KnownArea[];
  readonly newBodies: NewBody[];
  readonly bodies: BodyCorrection[];
  readonly newPosts: NewPost[];
  readonly posts: PostCorrection[];
  readonly newPeople: KnownPerson[];
  readonly newAppointments: NewAppointment[];
  readonly newLinks: BodyLink[];
};

export type Tally = { rows: number; new: number; changed: number; unchanged: number; missing: string[] };

/** Gathers what an import finds out, sheet by sheet. */
export type Ledger = {
  readonly writes: Writes;
  readonly faults: CellFault[];
  readonly changes: RowChange[];
  readonly tally: Record<SheetKind, Tally>;
  /** Names of bodies, and of posts behind the name of their body, whose row has a fault: who names them is not at fault. */
  readonly unread: Set<string>;
  readonly newId: () => string;
};

/** Notes what one row would do: nothing when every part is as before. */
export function note(
  ledger: Ledger,
  sheet: SheetKind,
  row: number,
  title: string,
  before: Readonly<Record<string, string>> | null,
  after: Readonly<Record<string, string>>,
): 'new' | 'changed' | 'unchanged' {
  const parts = Object.entries(after)
    .map(([heading, value]) => ({ heading, before: before?.[heading] ?? '', after: value }))
    .filter((part) => part.before !== part.after);
  const what = before === null ? 'new' : parts.length > 0 ? 'changed' : 'unchanged';
  ledger.tally[sheet][what] += 1;
  if (what !== 'unchanged') ledger.changes.push({ sheet, row, what, title, parts });
  return what;
}
