import type { Work } from '../../../platform/work.ts';
import type { LinkView, SupportView } from '../contract/views.ts';
import type { Matter } from '../kit/matter.ts';
import { countSupporters, loadLinks } from '../store/link-store.ts';
import type { Entry } from '../store/timeline-store.ts';

/** The matters that one leads to and that lead to it (关联事项); titles only of those in the scope of the work. */
export async function viewLinks(work: Work, matterId: string): Promise<LinkView[]> {
  const links = await loadLinks(work, matterId);
  const otherIds = links.map(({ fromId, toId }) => (fromId === matterId ? toId : fromId));
  const titles = await loadTitles(work, otherIds);
  return links.map(({ kind, fromId, toId, fromNumber, toNumber }) => {
    const isAhead = fromId === matterId;
    const id = isAhead ? toId : fromId;
    const title = titles.get(id);
    return {
      kind,
      isAhead,
      number: isAhead ? toNumber : fromNumber,
      id: title === undefined ? null : id,
      title: title ?? null,
    };
  });
}

async function loadTitles(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await work.db
    .selectFrom('matters.matters')
    .select(['id', 'title'])
    .where('district_id', '=', work.districtId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** How many joined in, and what each of them said last of the answer that stands (附议人的话). */
export async function viewSupport(work: Work, matter: Matter, entries: readonly Entry[]): Promise<SupportView> {
  const said = new Map<string, unknown>();
  for (const { content, at } of entries)
    if (content.by?.actor === 'supporter' && matter.answeredAt && at >= matter.answeredAt)
      said.set(content.by.matterId, content.input?.['solved']);
  const words = [...said.values()];
  return {
    joined: await countSupporters(work, matter.id),
    confirmed: words.filter((word) => word === 'yes').length,
    denied: words.filter((word) => word === 'no').length,
  };
}
