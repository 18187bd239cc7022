import type { Work } from '../../../platform/work.ts';
import { loadArea } from '../store/area-store.ts';
import { loadAreaFacts, loadChanges, loadSuccessions } from '../store/change-store.ts';
import type { Area } from '../contract/area.ts';

/**
 * Finds the area that exists today where this code leads (现行区划): itself, or what it merged into, however often; undefined
 * when there never was such a code here.
 */
export async function findLivingArea(work: Work, code: string): Promise<Area | undefined> {
  let at = code;
  for (;;) {
    const area = await loadArea(work, at);
    if (area) return area;
    const heir = (await loadSuccessions(work, 'from', [at])).find(({ isWhole }) => isWhole);
    if (!heir) return undefined;
    at = heir.to;
  }
}

/**
 * Lists the codes that an area answers for (本区划及并入的前身): its own, and those of all that merged into it whole. What was
 * split off elsewhere is not among them, so that no figure is counted under two areas.
 */
export async function listLineage(work: Work, code: string): Promise<string[]> {
  const found = [code];
  for (let next = [code]; next.length > 0;) {
    const before = await loadSuccessions(work, 'to', next);
    next = before.filter(({ isWhole, from }) => isWhole && !found.includes(from)).map(({ from }) => from);
    found.push(...next);
  }
  return found;
}

/** Finds where everything in an area that ended went (承接区划), and by which change; undefined while it exists. */
export async function findSuccession(
  work: Work,
  code: string,
): Promise<{ to: string; change: { id: string; kind: 'merge' | 'split'; on: string; source: string } } | undefined> {
  const heir = (await loadSuccessions(work, 'from', [code])).find(({ isWhole }) => isWhole);
  const [change] = heir ? await loadChanges(work, { id: heir.changeId }) : [];
  if (!heir || !change || (change.order.kind !== 'merge' && change.order.kind !== 'split')) return undefined;
  return { to: heir.to, change: { id: change.id, kind: change.order.kind, on: change.on, source: change.source } };
}

/**
 * Finds what became of an area that ended whole (已撤并区划): its name, the first day on which it no longer existed, and the
 * one where it leads today; undefined while it exists, and when there never was such a code.
 */
export async function findEnded(
  work: Work,
  code: string,
): Promise<{ nameZh: string; nameEn: string; endedOn: string; heir: Area } | undefined> {
  const old = (await loadAreaFacts(work, [code])).find((one) => one.code === code);
  const heir = old?.endedOn ? await findLivingArea(work, code) : undefined;
  if (!old?.endedOn || !heir) return undefined;
  const { nameZh, nameEn, endedOn } = old;
  if (heir.nameZh !== nameZh) return { nameZh, nameEn, endedOn, heir };
  // Under its old name in another community: said with it, so that it does not read as if nothing had changed.
  const community = await loadArea(work, heir.code.slice(0, 12));
  const said = (own: string, of = '') => `${of} ${own}`.trim();
  return {
    nameZh,
    nameEn,
    endedOn,
    heir: { ...heir, nameZh: said(heir.nameZh, community?.nameZh), nameEn: said(heir.nameEn, community?.nameEn) },
  };
}
