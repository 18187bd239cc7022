import type { Done, RefusalDetails } from '../../platform/result.ts';
import type {
  DayDigest,
  DigestSpan,
  EntryView,
  NamedView,
  ProcedureView,
  ReceiptProof,
} from '../../modules/matters/index.ts';
import type { BoardView } from '../../modules/bodies/index.ts';
import type {
  FollowPage,
  PublicRequest,
  PublicRow,
  RaiseInput,
  Receipt,
  RightChannel,
} from '../../modules/requests/index.ts';

export type { BoardView, HolderView } from '../../modules/bodies/index.ts';
export type {
  ClockView,
  DayDigest,
  DayProof,
  DigestSpan,
  EntryView,
  FieldView,
  NamedView,
  ProcedureView,
  ReceiptProof,
  StepOffer,
  WorkerView,
} from '../../modules/matters/index.ts';
export type { FollowPage, PublicRequest, PublicRow, Receipt, RightChannel } from '../../modules/requests/index.ts';

/** A "no" with its sentence in both languages. */
export type Said = { readonly code: string; readonly message: NamedView };

/** What is wrong in a form, by the name of the field. */
export type Faults = Readonly<Record<string, Said>>;

export type Refused = Said & {
  readonly ok: false;
  readonly details?: RefusalDetails;
  readonly fields?: Faults;
  /** What happened since the person last looked, when that is the reason. */
  readonly changedSince?: readonly EntryView[];
};
export type Answer<T> = Done<T> | Refused;

export type Subdistrict = {
  readonly code: string;
  readonly name: NamedView;
  readonly communities: readonly {
    readonly code: string;
    readonly name: NamedView;
    /** Grids, with the estates and buildings in them as people call them; searched by words. */
    readonly grids?: readonly {
      readonly code: string;
      readonly name: NamedView;
      readonly addresses: readonly string[];
    }[];
  }[];
};

export type Raising = RaiseInput & { readonly channel: 'site' };

export type StepInput = {
  readonly commandId: string;
  readonly seenSeq: number;
  readonly input: Readonly<Record<string, unknown>>;
};

export type PublicQuery = { readonly words?: string; readonly community?: string; readonly after?: string };

/** What the site needs from the rest; `apps/server` hands it in. The site itself decides nothing. */
export type SiteDeps = {
  readonly now: () => Date;
  readonly district: () => Promise<{ readonly name: NamedView; readonly timeZone: string }>;
  readonly communities: () => Promise<readonly Subdistrict[]>;
  /** The contact boards of a community or grid, as they are today. */
  readonly board: (code: string) => Promise<BoardView | undefined>;
  /** Grids that an address or a grid code may mean. */
  readonly findPlaces: (
    text: string,
  ) => Promise<readonly { readonly code: string; readonly path: readonly { readonly name: NamedView }[] }[]>;
  /** Asks the rules of `raise` without raising; says the faults by field. */
  readonly checkRaise: (draft: Raising) => Promise<Faults>;
  /** Raises a request; the same `commandId` gives the same receipt. */
  readonly raise: (draft: Raising) => Promise<Answer<Receipt>>;
  readonly storePhoto: (
    bytes: Buffer,
  ) => Promise<Answer<{ readonly photoId: string; readonly width: number; readonly height: number }>>;
  /** Takes number and code as they were typed: full-width digits, spaces, missing dashes and small letters are read there. */
  readonly showCode: (
    number: string,
    code: string,
    fromAddress: string,
  ) => Promise<Answer<{ readonly matterId: string }>>;
  readonly follow: (matterId: string) => Promise<FollowPage | undefined>;
  readonly photo: (
    matterId: string,
    photoId: string,
  ) => Promise<{ readonly bytes: Buffer; readonly mediaType: string } | undefined>;
  readonly takeStep: (
    matterId: string,
    step: string,
    taken: StepInput,
  ) => Promise<Answer<{ readonly seq: number; readonly state: string; readonly repeated: boolean }>>;
  readonly publicList: (
    query: PublicQuery,
  ) => Promise<Answer<{ readonly rows: readonly PublicRow[]; readonly next: string | null }>>;
  readonly publicRequest: (number: string) => Promise<PublicRequest | undefined>;
  readonly recentAnswers: () => Promise<readonly PublicRow[]>;
  readonly procedures: () => Promise<readonly Pick<ProcedureView, 'id' | 'name' | 'promise'>[]>;
  readonly procedure: (id: string) => Promise<ProcedureView | undefined>;
  /** Published digests, newest first, and the years of which there are any. */
  readonly digests: (span: DigestSpan) => Promise<{
    readonly district: number;
    readonly digests: readonly DayDigest[];
    readonly years: readonly number[];
  }>;
  readonly proof: (matterId: string) => Promise<ReceiptProof>;
  /** Signs the text of a cookie and reads it back; `undefined` when it was not ours. */
  readonly sign: (text: string) => string;
  readonly unsign: (signed: string) => string | undefined;
  readonly maxPhotoBytes: number;
  /** What other channels handle, and which of them these words sound like. */
  readonly rightChannels: readonly RightChannel[];
  readonly findRightChannels: (words: string) => readonly RightChannel[];
  /** What the procedure's opening asks for, in characters and photos; said and counted on the page, decided by `checkRaise`. */
  readonly opening: { readonly whatMax: number; readonly photosMax: number };
};
