import type { Kysely } from 'kysely';
import {
  findCountMisfits,
  findScopeCountMisfits,
  listUnheld,
  rebuildCounts,
  rebuildScopeCounts,
  verifyDigests,
  verifyDraws,
  verifyRows,
  verifyTimelines,
  type DigestMisfit,
  type DrawMisfit,
  type Misfit,
  type RowMisfit,
  type Unheld,
} from '../../modules/matters/index.ts';
import {
  findAlikeMisfits,
  findOccurrenceMisfits,
  rebuildAlike,
  rebuildOccurrences,
} from '../../modules/coordination/index.ts';
import { verifyTallies } from '../../modules/insight/index.ts';
import { countHiddenNotices, rebuildInboxes } from '../../modules/notices/index.ts';
import { countUnmarkedAgain, markCameAgain } from '../../modules/requests/index.ts';
import { listDistricts, type District } from '../../modules/territory/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, noScope, type Work } from '../../platform/work.ts';
import { comparePublished, type Published, type PublishedMisfit } from './published.ts';
import { sayBoth } from './words.ts';

const actor = { kind: 'system', name: 'timer' } as const;
const shownMisfits = 10;

export type Verdict = {
  /** The record is the one that was written. */
  readonly fits: boolean;
  /** Every open matter has somebody who answers for it. */
  readonly isHeld: boolean;
  readonly lines: readonly string[];
};
export type Checking = {
  /** Digests that somebody kept from the site, to be compared too. */
  readonly published?: Published | undefined;
  /** Count anew from the matters before anything is compared. */
  readonly rebuildCounts?: boolean | undefined;
  readonly onProgress?: ((matters: number) => void) | undefined;
};

/**
 * Verifies all timelines and daily digests of a database (全库校验) and says in words what does not fit, district by
 * district, entries first, then days.
 */
export async function verifyData(db: Kysely<Database>, now: Date, checking: Checking = {}): Promise<Verdict> {
  const districts = await inTransaction(db, { districtId: 0, scope: noScope, actor, now }, listDistricts);
  if (districts.length === 0) return { fits: true, isHeld: true, lines: [sayBoth('noDistrict')] };
  const verdicts: Verdict[] = [];
  for (const district of districts) {
    const { districtId } = district;
    const occasion = { districtId, scope: areaScope(String(districtId)), actor, now };
    const ofInboxes = await inTransaction(db, { ...occasion, scope: areaScope('') }, (work) =>
      verifyInboxes(work, checking),
    );
    const verdict = await inTransaction(db, occasion, (work) => verifyDistrict(work, district, checking));
    const fits = verdict.fits && ofInboxes.length === 0;
    verdicts.push({ ...verdict, fits, lines: [...verdict.lines, ...ofInboxes] });
  }
  return {
    fits: verdicts.every(({ fits }) => fits),
    isHeld: verdicts.every(({ isHeld }) => isHeld),
    lines: verdicts.flatMap(({ lines }) => lines),
  };
}

async function verifyDistrict(
  work: Work,
  { districtId: code, nameZh, nameEn }: District,
  checking: Checking,
): Promise<Verdict> {
  const { published, onProgress } = checking;
  if (checking.rebuildCounts) {
    await rebuildCounts(work);
    await rebuildScopeCounts(work);
    await rebuildOccurrences(work);
    await rebuildAlike(work);
    await markCameAgain(work);
  }
  const countsOff = await findCountMisfits(work);
  const scopesOff = await findScopeCountMisfits(work, shownMisfits);
  const comparedOff = await findOccurrenceMisfits(work, shownMisfits);
  const alikeOff = await findAlikeMisfits(work, shownMisfits);
  const unmarked = await countUnmarkedAgain(work);
  const rebuilt = checking.rebuildCounts ? [sayBoth('rebuilt')] : [];
  const ofCounts = [
    ...rebuilt,
    ...countsOff.slice(0, shownMisfits).map((one) => sayBoth('counts', one)),
    ...scopesOff.map((one) =>
      sayBoth(one.bodyId === null ? 'areaSum' : 'bodySum', { ...one, bodyId: one.bodyId ?? '' }),
    ),
    ...(await tellCompared(work, comparedOff)),
    ...alikeOff.map((one) => sayBoth('alike', one)),
    ...(unmarked > 0 ? [sayBoth('cameAgain', { unmarked })] : []),
  ];
  const { matters, entries, erased, misfits: ofTimelines } = await verifyTimelines(work, onProgress);
  const { days, misfits: ofDays } = await verifyDigests(work);
  const ofPublished = published?.district === code ? await comparePublished(work, published) : [];
  const { draws, misfits: ofDraws } = await verifyDraws(work);
  const unheld = await listUnheld(work);
  const broken = new Set(ofTimelines.map(({ matterId }) => matterId));
  const ofRows = (await verifyRows(work)).filter(({ matterId }) => !broken.has(matterId));
  const misfits = [...ofTimelines, ...ofRows, ...ofDays, ...ofPublished, ...ofDraws];
  const values = { code, nameZh, nameEn, matters, entries, erased, days, draws };
  const compared = published?.district === code ? [sayBoth('compared', { days: published.digests.length })] : [];
  const isHeld = unheld.length === 0;
  const nobodys = unheld.length > 0 ? [sayBoth('unheldHead', values), ...tellUnheld(unheld)] : [];
  if (misfits.length === 0) {
    // Figures are made from the record, so they are looked at only where the record itself fits.
    const counted = await verifyFigures(work);
    return {
      fits: counted.fits && countsOff.length + scopesOff.length + comparedOff.length + alikeOff.length + unmarked === 0,
      isHeld,
      lines: [sayBoth('whole', values), ...compared, ...ofCounts, ...counted.lines, ...nobodys],
    };
  }
  const head = sayBoth('broken', { ...values, misfits: misfits.length });
  return {
    fits: false,
    isHeld,
    lines: [head, ...(await tell(work, misfits.slice(0, shownMisfits))), ...ofCounts, ...nobodys],
  };
}

/** What inboxes hide from whoever has not read it. Notices are seen by their body alone, and by who reads everything. */
async function verifyInboxes(work: Work, { rebuildCounts: isRebuilt }: Checking): Promise<string[]> {
  if (isRebuilt) await rebuildInboxes(work);
  const hidden = await countHiddenNotices(work);
  return hidden > 0 ? [sayBoth('inboxes', { hidden })] : [];
}

type AnyMisfit = Misfit | RowMisfit | DigestMisfit | PublishedMisfit | DrawMisfit;

/** Whether the figures are what the record gives; they can be made again where they are not. */
async function verifyFigures(work: Work): Promise<Pick<Verdict, 'fits' | 'lines'>> {
  const found = await verifyTallies(work);
  if (!found) return { fits: true, lines: [sayBoth('figures.none')] };
  const { matters, tallies, days } = found;
  if (tallies.length + days.length === 0) return { fits: true, lines: [sayBoth('figures.whole', { matters })] };
  const places = [
    ...tallies.map((one) => sayBoth('figures.tally', one)),
    ...days.map((one) => sayBoth('figures.day', one)),
  ];
  return { fits: false, lines: [sayBoth('figures.broken'), ...places] };
}

const tellUnheld = (unheld: readonly Unheld[]): string[] =>
  unheld.slice(0, shownMisfits).map((one) => sayBoth(`unheld.${one.why}`, one));

async function tell(work: Work, misfits: readonly AnyMisfit[]): Promise<string[]> {
  const numbers = await loadNumbers(
    work,
    misfits.flatMap((misfit) => ('matterId' in misfit ? [misfit.matterId] : [])),
  );
  return misfits.map((misfit) => {
    const values =
      'matterId' in misfit ? { ...misfit, number: numbers.get(misfit.matterId) ?? misfit.matterId } : misfit;
    if ('row' in misfit) return sayBoth(`rows.${misfit.row}`, values);
    if ('day' in misfit) return sayBoth(`days.${misfit.what}`, values);
    return sayBoth(`misfits.${misfit.seq === 0 ? 'missing' : misfit.what}`, values);
  });
}

async function tellCompared(work: Work, matterIds: readonly string[]): Promise<string[]> {
  const numbers = await loadNumbers(work, matterIds);
  return matterIds.map((id) => sayBoth('occurrence', { number: numbers.get(id) ?? id }));
}

async function loadNumbers(work: Work, matterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (matterIds.length === 0) return new Map();
  const rows = await work.db
    .selectFrom('matters.matters')
    .select(['id', 'number'])
    .where('district_id', '=', work.districtId)
    .where('id', 'in', [...new Set(matterIds)])
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
