export const addressKinds = ['place', 'building', 'stairwell', 'home'] as const;
/** place 小区或道路, building 楼栋或门牌号, stairwell 单元, home 户室. */
export type AddressKind = (typeof addressKinds)[number];

/** Longitude and latitude in degrees, WGS-84. */
export type Point = readonly [lon: number, lat: number];
/** Coordinates of a GeoJSON MultiPolygon: polygons of rings of points, the first ring outside, the others holes. */
export type Outline = readonly (readonly (readonly Point[])[])[];

/** One row of the register of addresses (地址). Nothing about who lives there. */
export type Address = {
  /** Of our own: 12 digits of the community where it was first registered, then E, B, U and R with numbers. Permanent. */
  readonly code: string;
  readonly communityCode: string;
  readonly parentCode: string | null;
  readonly kind: AddressKind;
  /** As it is written: 听雨小区, 3号楼, 2单元, 401. */
  readonly name: string;
  /** As texts are compared. */
  readonly key: string;
  readonly isRoad: boolean;
  /** The finest address above the home; it alone says the grid. */
  readonly isDoor: boolean;
  readonly gridCode: string | null;
  readonly point: Point | null;
};

/** What a text says of a place, part by part; what it does not say is left out. Numbers are in digits. */
export type ParsedAddress = {
  /** What stands before the first numbered part. */
  readonly place: string;
  /** 3号楼, 3栋, A座: one for each that is named. */
  readonly buildings: readonly string[];
  /** 12号 on a road. */
  readonly number?: string;
  readonly stairwell?: string;
  readonly floor?: string;
  readonly room?: string;
};

/** A place that an address may mean: its grid, when it has one, and how it is written. */
export type Candidate = {
  readonly gridCode: string | null;
  readonly communityCode: string;
  readonly addressCode: string;
  readonly label: string;
};

/** The one grid in which all that the text may mean lies; or what it may mean, and a person has to say. */
export type Match =
  | { readonly found: true; readonly gridCode: string; readonly address: Candidate; readonly parsed: ParsedAddress }
  | {
      readonly found: false;
      readonly reason: 'ambiguous' | 'unknownPlace' | 'inNoGrid';
      readonly candidates: readonly Candidate[];
    };
