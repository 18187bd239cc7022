import type { Matter, Procedure, Recorded } from '../../matters/index.ts';
import type { Measure } from '../contract/measure.ts';

/** One thing that is counted (计数), made from one entry of a timeline. */
export type Tally = {
  readonly seq: number;
  readonly at: Date;
  readonly measure: Measure;
  readonly detail: string;
  /** The body that held the matter when it happened. */
  readonly bodyId: string;
};

/** An entry as far as counting needs it. */
export type CountedEntry = Pick<Recorded['entries'][number], 'seq' | 'at' | 'kind' | 'content'>;

/** What counting has to know of a matter before an entry. */
type Standing = {
  readonly state: string;
  readonly conclusion: string | null;
  readonly holderBodyId: string;
};

type Content = {
  readonly by?: { readonly actor?: string };
  readonly state?: string;
  readonly to?: string;
  readonly step?: string;
  readonly concludes?: string | null;
  readonly reopens?: true;
  readonly held?: { readonly holder: { readonly bodyId: string } };
  readonly input?: Readonly<Record<string, unknown>>;
};

/**
 * Makes the tallies of a matter from entries of its timeline (由时间线计数), so that what is kept with each step and what is made
 * again from the record are one rule.
 *
 * Every ending counts on its day, also one that was taken back later: a reopening adds its own tally and takes none away.
 *
 * @param before the matter before the first of the entries; null when they begin with its opening
 * @returns tallies in the order of the entries
 */
export function tallyEntries(
  procedure: Pick<Procedure, 'states' | 'steps'>,
  before: Pick<Matter, 'state' | 'conclusion' | 'holder'> | null,
  entries: readonly CountedEntry[],
): Tally[] {
  const tallies: Tally[] = [];
  let standing: Standing = {
    state: before?.state ?? '',
    conclusion: before?.conclusion ?? null,
    holderBodyId: before?.holder.bodyId ?? '',
  };
  for (const entry of entries) {
    const next = standingAfter(standing, entry);
    const note = (measure: Measure, detail = '', bodyId = next.holderBodyId) =>
      tallies.push({ seq: entry.seq, at: entry.at, measure, detail, bodyId });
    if (entry.kind === 'opened') note('in');
    if (next.holderBodyId !== standing.holderBodyId) {
      note('taken');
      if (standing.holderBodyId) note('passed', '', standing.holderBodyId);
    }
    if (entry.kind === 'clockMissed') note('missed', String(entry.content['clock']));
    if (entry.kind === 'stepTaken') noteStep(procedure, { standing, next, content: entry.content }, note);
    standing = next;
  }
  return tallies;
}

function standingAfter(standing: Standing, { kind, content }: CountedEntry): Standing {
  const { state, to, held, concludes } = content as Content;
  return {
    state: (kind === 'opened' ? state : kind === 'stepTaken' ? to : undefined) ?? standing.state,
    conclusion: concludes === undefined ? standing.conclusion : concludes,
    holderBodyId: held?.holder.bodyId ?? standing.holderBodyId,
  };
}

type Step = { readonly standing: Standing; readonly next: Standing; readonly content: Content };

function noteStep(
  { states, steps }: Pick<Procedure, 'states' | 'steps'>,
  { standing, next, content }: Step,
  note: (measure: Measure, detail?: string) => void,
): void {
  const stageOf = ({ state }: Standing) => states[state]?.kind ?? 'open';
  const [was, is] = [stageOf(standing), stageOf(next)];
  const isTold = (of: Standing, stage: string) => stage !== 'open' && of.conclusion !== null;
  if (content.reopens) note('reopened', was);
  if (isTold(next, is) && (!isTold(standing, was) || typeof content.concludes === 'string'))
    note('answered', next.conclusion ?? '');
  if (is === 'final' && was !== 'final') note('ended', next.conclusion ?? '');
  const { input = {}, by, step = '' } = content;
  if (by?.actor === 'reporter') {
    if (typeof input['rating'] === 'number') note('rated', String(input['rating']));
    if (typeof input['solved'] === 'string') note('said', input['solved']);
  }
  if (steps[step]?.visits && typeof input['found'] === 'string') note('visited', input['found']);
}
