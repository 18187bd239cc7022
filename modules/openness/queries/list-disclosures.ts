import type { FileStore } from '../../../platform/files/folder.ts';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { calendarOf, readCursor, writeCursor } from '../../matters/index.ts';
import { findPublishedId, listCommunities } from '../../requests/index.ts';
import { getToday } from '../../territory/index.ts';
import type {
  CommunityDisclosures,
  DisclosureItemView,
  DisclosureView,
  OneDisclosure,
} from '../contract/disclosures.ts';
import type { NoticeOf } from '../contract/notices.ts';
import { communityOf } from '../rules/community-of.ts';
import { owedOf } from '../rules/disclosure-due.ts';
import { disclosureItems, findDisclosureItem, type DisclosureItem } from '../rules/disclosure-items.ts';
import {
  findDisclosureFile,
  findDisclosureRow,
  loadDisclosedPeriods,
  loadDisclosures,
  loadHistory,
  loadNoticesAbout,
  type Disclosure,
} from '../store/disclosure-store.ts';

const ON_A_PAGE = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const viewItem = ({
  code,
  topic,
  zh,
  en,
  by,
  rhythm,
  withinWorkingDays,
  basis,
}: DisclosureItem): DisclosureItemView => ({
  code,
  topic,
  name: { zh, en },
  by,
  rhythm,
  withinWorkingDays,
  basis,
});

async function viewEntries(work: Work, rows: readonly Disclosure[]): Promise<DisclosureView[]> {
  const bodies = await describeBodies(work, [...new Set(rows.map(({ bodyId }) => bodyId))]);
  const isPublic = await findPublic(work, rows);
  return rows.flatMap((row) => {
    const item = findDisclosureItem(row.item);
    const body = bodies.find(({ bodyId }) => bodyId === row.bodyId);
    const file =
      row.fileId !== null && row.mediaType !== null
        ? { id: row.fileId, mediaType: row.mediaType, bytes: row.bytes ?? 0 }
        : null;
    if (!item) return [];
    return {
      id: row.id,
      item: viewItem(item),
      period: row.period,
      words: row.words,
      rows: (row.rows ?? []).map((cells) => [...cells]),
      file,
      corrects: row.corrects,
      reason: row.reason,
      about: row.aboutNumber !== null && isPublic.has(row.aboutNumber) ? row.aboutNumber : null,
      correctedBy: row.correctedBy,
      by: { zh: body?.nameZh ?? '', en: body?.nameEn ?? '' },
      at: row.at.toISOString(),
    };
  });
}

/** Which of the matters that entries are about are public: of the others nobody reads the number here. */
async function findPublic(work: Work, rows: readonly Disclosure[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const number of new Set(rows.flatMap(({ aboutNumber }) => aboutNumber ?? [])))
    if ((await findPublishedId(work, number)) !== undefined) found.add(number);
  return found;
}

/** The notices about a public matter that hold (这件事的公告), the newest first. For anyone. */
export async function listNoticesAbout(work: Work, number: string): Promise<NoticeOf[]> {
  return viewWithCode(work, await loadNoticesAbout(work, number));
}

/** What each community under a code owes, by item (到期未公开). */
async function owedUnder(work: Work, under: string, codes: readonly string[]) {
  const standing = { today: await getToday(work), calendar: await calendarOf(work) };
  const candidates = disclosureItems.flatMap((item) => owedOf(item, new Set(), standing).map(({ period }) => period));
  const published = await loadDisclosedPeriods(work, { under, periods: candidates });
  const of = (areaCode: string, item: DisclosureItem) =>
    new Set(published.filter((one) => one.areaCode === areaCode && one.item === item.code).map(({ period }) => period));
  return new Map(
    codes.map((code) => [
      code,
      disclosureItems.map((item) => ({ item, owed: owedOf(item, of(code, item), standing) })),
    ]),
  );
}

/** What a community has to disclose, what it owes, and its entries that hold, by pages (社区公开栏). For anyone. */
export async function listCommunityDisclosures(
  work: Work,
  ask: { readonly code: string; readonly after: string },
): Promise<CommunityDisclosures> {
  const cursor = readCursor(ask.after);
  const before = cursor ? { at: new Date(cursor.value), id: cursor.id } : null;
  const rows = await loadDisclosures(work, { areaCode: ask.code, before, limit: ON_A_PAGE + 1 });
  const shown = rows.slice(0, ON_A_PAGE);
  const last = rows.length > ON_A_PAGE ? shown.at(-1) : undefined;
  const owed = (await owedUnder(work, ask.code, [ask.code])).get(ask.code) ?? [];
  return {
    items: owed.map((one) => ({ item: viewItem(one.item), owed: one.owed })),
    entries: await viewEntries(work, shown),
    next: last ? writeCursor({ value: last.at.toISOString(), id: last.id }) : null,
  };
}

const IN_A_FEED = 50;

/** The newest entries of a community, or of the district (公开订阅), for a feed. */
export async function listRecentDisclosures(work: Work, code: string): Promise<NoticeOf[]> {
  const rows = await loadDisclosures(work, { areaCode: code, before: null, limit: IN_A_FEED });
  return viewWithCode(work, rows);
}

async function viewWithCode(work: Work, rows: readonly Disclosure[]): Promise<NoticeOf[]> {
  const codes = new Map(rows.map(({ id, areaCode }) => [id, areaCode]));
  return (await viewEntries(work, rows)).map((entry) => ({ ...entry, code: codes.get(entry.id) ?? '' }));
}

/** One entry with its history; undefined when the community has none of this id. For anyone. */
export async function findDisclosure(work: Work, code: string, id: string): Promise<OneDisclosure | undefined> {
  const row = UUID.test(id) ? await findDisclosureRow(work, id) : undefined;
  if (row?.areaCode !== code) return undefined;
  const history = await viewEntries(work, await loadHistory(work, id));
  const entry = history.find((one) => one.id === id);
  return entry && { entry, history };
}

/** A file of an entry, for anyone; undefined when no entry of this community has it. */
export async function openDisclosureFile(
  work: Work,
  ask: { readonly code: string; readonly id: string },
  files: FileStore,
): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  const file = UUID.test(ask.id) ? await findDisclosureFile(work, ask.id) : undefined;
  return file?.areaCode === ask.code ? { bytes: await files.get(file.sha256), mediaType: file.mediaType } : undefined;
}

/** What the communities in reach have to disclose and owe (公开提醒), and what the asker's own disclosed last. */
export async function listDisclosureDesk(work: Work) {
  const reach = work.actor.kind === 'worker' ? work.actor.areaCode.slice(0, 12) : '';
  const mine = communityOf(work.actor) ?? null;
  const communities = (await listCommunities(work))
    .flatMap((subdistrict) => subdistrict.communities)
    .filter(({ code }) => code.startsWith(reach));
  const owed = await owedUnder(
    work,
    reach,
    communities.map(({ code }) => code),
  );
  const rows = mine === null ? [] : await loadDisclosures(work, { areaCode: mine, before: null, limit: ON_A_PAGE });
  return {
    today: await getToday(work),
    mine,
    items: disclosureItems.map(viewItem),
    communities: communities.map(({ code, name }) => ({
      code,
      name,
      owed: (owed.get(code) ?? []).flatMap((one) => one.owed.map((each) => ({ ...each, item: one.item.code }))),
    })),
    entries: await viewEntries(work, rows),
  };
}
