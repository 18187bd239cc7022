import type { FastifyBaseLogger } from 'fastify';
import type { Done, RefusalDetails } from '../../platform/result.ts';
import type { Trouble } from '../../platform/trouble.ts';
import type {
  DayDigest,
  DigestSpan,
  EntryView,
  NamedView,
  ProcedureView,
  ReceiptProof,
} from '../../modules/matters/index.ts';
import type {
  AskUnderNotice,
  CommunityDisclosures,
  DisclosureView,
  Figures,
  NoticeOf,
  NoticeQuestion,
  OneDisclosure,
  OpenFile,
  WhereWhen,
} from '../../modules/openness/index.ts';
import type { BoardView } from '../../modules/bodies/index.ts';
import type { AreaMap, Point } from '../../modules/territory/index.ts';
import type {
  Booked as BookingShown,
  OwnBooking,
  PublicGroupAnswer,
  Published,
  PublicRootCause,
  PublicSession,
  ReceptionDay,
} from '../../modules/coordination/index.ts';
import type {
  AlikeRequest,
  FollowPage,
  MessageChoice,
  PublicRequest,
  PublicRow,
  RaiseInput,
  Receipt,
  RightChannel,
} from '../../modules/requests/index.ts';
import type { Tongue } from './tongues/tongue.ts';

export type {
  OwnBooking,
  PublicGroupAnswer,
  Published,
  PublicRootCause,
  PublicSession,
  ReceptionDay,
} from '../../modules/coordination/index.ts';
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
export type { AreaMap, Outline, Point } from '../../modules/territory/index.ts';
export type {
  CommunityDisclosures,
  DisclosureView,
  Figures,
  NoticeOf,
  NoticeQuestion,
  OneDisclosure,
  OpenFile,
  OutcomeName,
  WhereWhen,
} from '../../modules/openness/index.ts';
export type {
  AlikeRequest,
  FollowPage,
  MessageChoice,
  PublicRequest,
  PublicRow,
  Receipt,
  RightChannel,
} from '../../modules/requests/index.ts';

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

export type WhichGrid = {
  readonly found: string | null;
  readonly asks: Said | null;
  /** Why it was not found. */
  readonly reason: 'ambiguous' | 'unknownPlace' | 'inNoGrid' | 'outside' | 'noOutlines' | null;
  readonly candidates: readonly { readonly grid: string; readonly label: NamedView }[];
};

export type Raising = RaiseInput & { readonly channel: 'site' };

export type StepInput = {
  readonly commandId: string;
  readonly seenSeq: number;
  readonly input: Readonly<Record<string, unknown>>;
};

/** What a draw of return visits was made from, and what was drawn. */
export type PublishedDraw = {
  readonly day: string;
  readonly seed: Buffer;
  readonly candidates: readonly {
    readonly procedureId: string;
    readonly stratum: string;
    readonly number: string;
    readonly oneIn: number;
    readonly drawn: boolean;
    readonly isLate: boolean;
  }[];
};

/** What the public list is asked for; each as it stands in the address, days as `2026-11-01`. */
export type PublicQuery = {
  readonly words?: string;
  /** Code of a community, or of a sub-district. */
  readonly community?: string;
  readonly category?: string;
  readonly standing?: string;
  readonly outcome?: string;
  readonly from?: string;
  readonly until?: string;
  readonly after?: string;
};

/** Polygons, each an outer ring and its holes, of `[longitude, latitude]`. */
export type MapOutline = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** What a resident who has signed in has raised. */
export type OwnRequests = {
  readonly phoneMasked: string;
  readonly requests: readonly {
    readonly matterId: string;
    readonly number: string;
    readonly title: string;
    readonly plain: NamedView;
    readonly openedAt: string;
  }[];
};

/** Residents who sign in with a code sent to their phone. */
export type ResidentDeps = {
  readonly isOffered: boolean;
  readonly requestCode: (phone: string, fromAddress: string) => Promise<Answer<{ readonly flow: string }>>;
  readonly enterCode: (flow: string, code: string, fromAddress: string) => Promise<Answer<{ readonly token: string }>>;
  /** What the message would say; in the demo only, where nothing is sent. */
  readonly demoCode: (flow: string) => string | undefined;
  /** The number of who is signed in, as people write it. */
  readonly phone: (token: string) => Promise<string | undefined>;
  readonly requests: (token: string) => Promise<OwnRequests | undefined>;
  readonly leave: (token: string) => Promise<void>;
};

/** A community or grid that ended (已撤并), and the one that goes on with what was in it. */
export type EndedPlace = {
  readonly name: NamedView;
  /** ISO date, first day on which it no longer existed. */
  readonly on: string;
  readonly now: { readonly code: string; readonly name: NamedView };
};

/** What the site needs from the rest; `apps/server` hands it in. The site itself decides nothing. */
export type SiteDeps = {
  readonly now: () => Date;
  /** Says whether something outside fails that the server stands on, and remembers it. */
  readonly meetTrouble: (error: unknown, log: FastifyBaseLogger) => Trouble | undefined;
  /** Languages that words files add. */
  readonly tongues: readonly Tongue[];
  readonly district: () => Promise<{ readonly name: NamedView; readonly timeZone: string }>;
  readonly communities: () => Promise<readonly Subdistrict[]>;
  /** Where in a community, or anywhere when it is empty, a place lies: in one grid, or in which it may; and what to tell the person when it is not clear. */
  readonly locatePlace: (community: string, place: string) => Promise<WhichGrid>;
  /** In which grid a point lies, in degrees (WGS-84). */
  readonly locatePoint: (point: Point) => Promise<WhichGrid>;
  /** What a map of the district, a sub-district or a community shows. */
  readonly areaMap: (code: string) => Promise<AreaMap>;
  /** The grid with this code, for who comes by the code on a sign. */
  readonly findGrid: (code: string) => Promise<{ readonly code: string; readonly name: NamedView } | undefined>;
  /** What became of a community or grid that ended; undefined when it exists or never did. */
  readonly ended: (code: string) => Promise<EndedPlace | undefined>;
  /** The contact boards of a community or grid, as they are today. */
  readonly board: (code: string) => Promise<BoardView | undefined>;
  /** Grids that an address or a grid code may mean. */
  readonly findPlaces: (
    text: string,
  ) => Promise<readonly { readonly code: string; readonly path: readonly { readonly name: NamedView }[] }[]>;
  /** Asks the rules of `raise` without raising; says the faults by field. */
  readonly checkRaise: (draft: Raising) => Promise<Faults>;
  /** Raises a request, at the pace of its sender; the same `commandId` gives the same receipt. */
  readonly raise: (draft: Raising, fromAddress: string) => Promise<Answer<Receipt>>;
  /** Says of a public request that it is theirs too; the same `commandId` gives the same receipt. */
  readonly join: (
    joining: {
      readonly commandId: string;
      readonly number: string;
      readonly words: string;
      readonly photos?: readonly string[];
      readonly phone?: string;
    },
    fromAddress: string,
  ) => Promise<Answer<Receipt>>;
  /** Public requests that may be the same thing, the likeliest first. */
  readonly findAlike: (
    draft: Pick<Raising, 'what' | 'community' | 'place' | 'grid' | 'category'>,
  ) => Promise<readonly AlikeRequest[]>;
  /** The kind that these words sound like. */
  readonly proposeCategory: (words: string) => Raising['category'];
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
  /** Objects, as the person who asked, to its being public; the same `commandId` objects once. */
  readonly object: (
    matterId: string,
    objection: { readonly commandId: string; readonly reason: string },
  ) => Promise<Answer<{ readonly repeated: boolean }>>;
  readonly publicList: (
    query: PublicQuery,
  ) => Promise<Answer<{ readonly rows: readonly PublicRow[]; readonly next: string | null }>>;
  /** How many a search finds, by the code of the community. */
  readonly publicCounts: (query: PublicQuery) => Promise<Answer<ReadonlyMap<string, number>>>;
  /** Outlines by the code of the area, in degrees; areas that nobody has drawn are missing. */
  readonly outlines: (under: string, kind: 'subdistrict' | 'community') => Promise<ReadonlyMap<string, MapOutline>>;
  readonly publicRequest: (number: string) => Promise<PublicRequest | undefined>;
  readonly recentAnswers: (ask: {
    readonly area?: string | undefined;
    readonly category?: string | undefined;
    readonly limit: number;
  }) => Promise<readonly PublicRequest[]>;
  /** Figures of an area and the days they are of. */
  readonly figures: (
    ask: WhereWhen,
  ) => Promise<
    Answer<{ readonly figures: Figures; readonly from: string; readonly until: string; readonly at: string }>
  >;
  /** The days that a question is about. */
  readonly days: (ask: WhereWhen) => Promise<Answer<{ readonly from: string; readonly until: string }>>;
  /** A file of open data, as it is written. */
  readonly openFile: (
    file: OpenFile,
    ask: WhereWhen & { readonly forExcel: boolean },
  ) => Promise<Answer<AsyncIterable<string>>>;
  /** What the open files are, for machines. */
  readonly describeOpenData: (base: string) => Promise<object>;
  /** The key for Open311 that everyone may try, in the demo district only. */
  readonly openKey: string | null;
  /** The procedure of a request as a drawing, an SVG, with the state it is in marked. */
  readonly drawing: (page: Pick<FollowPage, 'procedure' | 'state'>, language: 'zh' | 'en') => string;
  readonly procedures: () => Promise<readonly Pick<ProcedureView, 'id' | 'name' | 'promise'>[]>;
  readonly procedure: (id: string) => Promise<ProcedureView | undefined>;
  /** Published digests, newest first, and the years of which there are any. */
  readonly digests: (span: DigestSpan) => Promise<{
    readonly district: number;
    readonly digests: readonly DayDigest[];
    readonly years: readonly number[];
    /** Days of which a draw of return visits is published. */
    readonly drawDays: readonly string[];
  }>;
  readonly resident: ResidentDeps;
  readonly draw: (day: string) => Promise<PublishedDraw | undefined>;
  readonly messages: {
    /** The ways that are set up here. */
    readonly offered: readonly Exclude<MessageChoice, 'none'>[];
    readonly find: (matterId: string) => Promise<{
      readonly chosen: MessageChoice;
      readonly onlyOwed: boolean;
      readonly hasPhone: boolean;
      readonly hasMail: boolean;
    }>;
    readonly choose: (
      matterId: string,
      choice: {
        readonly messages: MessageChoice;
        readonly phone: string;
        readonly mail: string;
        readonly onlyOwed: boolean;
        readonly language: 'zh' | 'en';
      },
    ) => Promise<Answer<null>>;
  };
  readonly alerts: {
    readonly isOffered: boolean;
    readonly ask: (
      asked: {
        readonly mail: string;
        readonly area: string;
        readonly category: string;
        readonly pace: string;
        readonly language: 'zh' | 'en';
      },
      fromAddress: string,
    ) => Promise<Answer<null>>;
    readonly confirm: (token: string) => Promise<Answer<unknown>>;
    readonly stop: (token: string) => Promise<void>;
  };
  readonly proof: (matterId: string) => Promise<ReceiptProof>;
  /** Signs the text of a cookie and reads it back; `undefined` when it was not ours. */
  readonly sign: (text: string) => string;
  readonly unsign: (signed: string) => string | undefined;
  readonly maxPhotoBytes: number;
  /** Days on which a leader receives, with the times that are free. */
  readonly receptionDays: () => Promise<readonly ReceptionDay[]>;
  /** Books a time; the same command gives the same number and code. */
  readonly bookReception: (
    order: { readonly commandId: string; readonly dayId: string; readonly slot: number; readonly topic: string },
    fromAddress: string,
  ) => Promise<Answer<BookingShown>>;
  /** A booking by its number and code; tries are counted where the address is given. */
  readonly ownBooking: (shown: BookingShown, fromAddress?: string) => Promise<Answer<OwnBooking>>;
  readonly cancelReception: (shown: BookingShown, fromAddress: string) => Promise<Answer<undefined>>;
  /** What a community discloses and owes, by pages. */
  readonly disclosures: (code: string, after: string) => Promise<CommunityDisclosures>;
  /** With the questions under it, when it is a notice. */
  readonly disclosure: (
    code: string,
    id: string,
  ) => Promise<(OneDisclosure & { readonly questions?: readonly NoticeQuestion[] }) | undefined>;
  /** The notices about a public request that hold. */
  readonly noticesAbout: (number: string) => Promise<readonly NoticeOf[]>;
  readonly askUnderNotice: (question: AskUnderNotice, fromAddress: string) => Promise<Answer<{ number: string }>>;
  readonly disclosureFile: (code: string, id: string) => Promise<{ bytes: Buffer; mediaType: string } | undefined>;
  /** The newest of a community, or of the district. */
  readonly recentDisclosures: (code: string) => Promise<readonly (DisclosureView & { readonly code: string })[]>;
  readonly rootCauses: () => Promise<readonly PublicRootCause[]>;
  readonly concernsAnswered: () => Promise<readonly Published[]>;
  readonly groupAnswers: () => Promise<readonly PublicGroupAnswer[]>;
  readonly sessions: () => Promise<readonly PublicSession[]>;
  /** What other channels handle, and which of them these words sound like. */
  readonly rightChannels: readonly RightChannel[];
  readonly findRightChannels: (words: string) => readonly RightChannel[];
  /** What the procedure's opening asks for, in characters and photos; said and counted on the page, decided by `checkRaise`. */
  readonly opening: { readonly whatMax: number; readonly photosMax: number };
};

/** What the pages of reception days and of what was cured at the root need. */
export type ReceptionDeps = Pick<
  SiteDeps,
  | 'receptionDays'
  | 'bookReception'
  | 'ownBooking'
  | 'cancelReception'
  | 'rootCauses'
  | 'groupAnswers'
  | 'sessions'
  | 'concernsAnswered'
>;
