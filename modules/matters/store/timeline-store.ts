import type { Work } from '../../../platform/work.ts';
import type { LinkKind, Outcome } from '../kit/define-procedure.ts';
import type { AreaPassed, ByLine, Held, MatterEvent, MatterRef, OpenedByStep, PublicityNote } from '../kit/events.ts';
import type { Visibility } from '../kit/fields.ts';

/** An entry of the timeline as it is read back. */
export type Entry = {
  readonly seq: number;
  readonly at: Date;
  readonly kind: MatterEvent['kind'];
  readonly content: {
    readonly by?: ByLine;
    readonly step?: string;
    readonly from?: string | MatterRef;
    readonly to?: string;
    readonly state?: string;
    readonly held?: Held;
    readonly clock?: string;
    readonly dueAt?: string | null;
    readonly procedure?: string;
    readonly number?: string;
    readonly bodyId?: string;
    readonly matterId?: string;
    readonly wasDueAt?: string | null;
    readonly change?: AreaPassed['change'];
    readonly fromArea?: string;
    readonly toArea?: string;
    readonly sets?: { readonly dueOn: string };
    readonly concludes?: Outcome | null;
    readonly outcome?: Outcome;
    readonly link?: LinkKind | { readonly to: MatterRef };
    readonly day?: string;
    readonly what?: PublicityNote;
    readonly opened?: OpenedByStep;
    readonly task?: MatterRef;
    readonly version?: number;
    readonly wasAccountId?: string | null;
    readonly toAccountId?: string;
    readonly extended?: { readonly dueAt: string | null };
    readonly input?: Readonly<Record<string, unknown>>;
  };
};
export type SaidWords = {
  readonly seq: number;
  readonly name: string;
  readonly visible: Visibility;
  readonly text: string;
};
export type EntryPhoto = { readonly id: string; readonly seq: number; readonly width: number; readonly height: number };

export type Timeline = {
  readonly entries: readonly Entry[];
  readonly words: readonly SaidWords[];
  readonly photos: readonly EntryPhoto[];
};

/** The entries of a matter after `afterSeq`, oldest first, with their words and photos. */
export async function loadTimeline(work: Work, matterId: string, afterSeq = 0): Promise<Timeline> {
  const entries = work.db
    .selectFrom('matters.timeline')
    .select(['seq', 'at', 'kind', 'content'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute();
  const words = work.db
    .selectFrom('matters.words')
    .select(['seq', 'name', 'visible', 'text'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('seq', '>', afterSeq)
    .execute();
  const photos = work.db
    .selectFrom('matters.attachments')
    .select(['id', 'seq', 'width', 'height'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('seq', '>', afterSeq)
    .orderBy('id')
    .execute();
  const found = await Promise.all([entries, words, photos]);
  return { entries: found[0] as Entry[], words: found[1] as SaidWords[], photos: found[2] as EntryPhoto[] };
}
