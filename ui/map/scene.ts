/** Longitude and latitude, WGS-84. */
export type LonLat = readonly [number, number];
/** Coordinates of a GeoJSON MultiPolygon. */
export type Shape = readonly (readonly (readonly LonLat[])[])[];

/** What a map shows; it draws itself from this and needs no tiles. */
export type Scene = {
  /** The edge around everything. */
  readonly outline: Shape | null;
  readonly areas: readonly {
    readonly code: string;
    readonly label: string;
    readonly outline: Shape;
    readonly tone: number;
    readonly isChosen: boolean;
  }[];
  readonly roads: readonly { readonly name: string; readonly line: readonly LonLat[] }[];
  readonly doors: readonly {
    readonly code: string;
    readonly label: string;
    readonly point: LonLat;
    readonly tone: number;
    readonly isChosen: boolean;
  }[];
  /** Estates and the like, named in the middle of their doors. */
  readonly places: readonly { readonly label: string; readonly point: LonLat }[];
  /** A line that somebody drew. */
  readonly line: readonly LonLat[] | null;
  /** Places to look at, such as a hole. */
  readonly marks: readonly LonLat[];
};

/** The background map: none, or layers of tiles that our own server hands on. */
export type Tiles = { readonly layers: number; readonly datum: 'wgs84' | 'gcj02' };

/** look 看, line 画线, edges 拖动边线, area 画一块. */
export type Mode = 'look' | 'line' | 'edges' | 'area';

export type MapEvents = {
  readonly onDoor: (code: string) => void;
  readonly onLine: (line: readonly LonLat[]) => void;
  readonly onEdges: (changed: readonly { readonly code: string; readonly outline: Shape }[]) => void;
  readonly onArea: (outline: Shape) => void;
};

export type MapHandle = {
  readonly show: (scene: Scene) => void;
  readonly setMode: (mode: Mode) => void;
  readonly fit: () => void;
  readonly close: () => void;
};
