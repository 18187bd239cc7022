import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { addressKinds } from './address.ts';
import { areaKinds } from './area.ts';
import { changeKinds, findingKinds } from './grid-change.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const areaCode = z.string().regex(/^[1-9]\d{5,17}$/);
const addressCode = z.string().regex(/^\d{12}E\d{3}(B\d{3})?(U\d{2})?(R\d{4})?$/);
const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Outline = z.array(z.array(z.array(Point).max(5_000)).max(200)).max(50);

const AreaView = z.object({ code: z.string(), kind: z.enum(areaKinds), name: Named });
const LocatedView = z.object({
  grid: AreaView.nullable(),
  path: z.array(AreaView),
  address: z.object({ code: z.string(), label: z.string() }).nullable(),
});

/** Where something is: the place, or what it may be and what to try. */
export const LocationView = z.object({
  found: z.boolean(),
  place: LocatedView.nullable(),
  reason: z.enum(['ambiguous', 'unknownPlace', 'inNoGrid', 'outside', 'noOutlines']).nullable(),
  /** What is the case and what to try, when it was not found. */
  message: Named.nullable(),
  candidates: z.array(LocatedView),
});
export type LocationView = z.infer<typeof LocationView>;

const Finding = z.object({
  kind: z.enum(findingKinds),
  addressCode: z.string().nullable(),
  grids: z.array(z.string()),
  areaM2: z.number().nullable(),
  at: Point.nullable(),
});
const AddressView = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  kind: z.enum(addressKinds),
  name: z.string(),
  isRoad: z.boolean(),
  isDoor: z.boolean(),
  gridCode: z.string().nullable(),
  point: Point.nullable(),
});

/** All that the page of a community's grids shows. */
export const GridBookView = z.object({
  community: AreaView,
  path: z.array(AreaView),
  outline: Outline.nullable(),
  grids: z.array(z.object({ code: z.string(), name: Named, outline: Outline.nullable(), doors: z.number().int() })),
  addresses: z.array(AddressView),
  homes: z.number().int(),
  roads: z.array(z.object({ name: z.string(), line: z.array(Point) })),
  findings: z.array(Finding),
  /** A name for the next grid. */
  next: z.object({ nameZh: z.string(), nameEn: z.string() }),
  seq: z.number().int(),
  changes: z.array(
    z.object({
      seq: z.number().int(),
      kind: z.enum(changeKinds),
      at: z.iso.datetime(),
      by: Named.nullable(),
      moved: z.number().int(),
      added: z.number().int(),
      founded: Named.nullable(),
      ended: Named.nullable(),
    }),
  ),
});
export type GridBookView = z.infer<typeof GridBookView>;

const order = { commandId: z.uuid(), seenSeq: z.number().int().min(0), preview: z.boolean().default(false) };
const community = z.object({ code: areaCode });
const addresses = z.array(addressCode).min(1).max(5_000);
const name = z.string().max(40);
const Changed = z.object({
  seq: z.number().int(),
  preview: z.boolean(),
  repeated: z.boolean(),
  moves: z.array(z.object({ addressCode: z.string(), from: z.string().nullable(), to: z.string() })),
  founded: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
  ended: z.string().nullable(),
  outlines: z.array(z.object({ gridCode: z.string(), outline: Outline.nullable() })),
  undecided: z.array(z.string()),
  findings: z.array(Finding),
});
export type Changed = z.infer<typeof Changed>;

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  properties: z.object({ code: z.string(), kind: z.enum(areaKinds), nameZh: z.string(), nameEn: z.string() }),
  geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: Outline }),
});

export const gridRoutes = {
  'GET /api/locate': route({
    permission: 'anyone',
    summary: 'Where is this? From a point, an address text or an address of the register to the grid and up the tree',
    query: z.object({
      text: z.string().max(300).optional(),
      under: areaCode.optional().describe('community, sub-district or district to which the search is kept'),
      lon: z.coerce.number().min(-180).max(180).optional(),
      lat: z.coerce.number().min(-90).max(90).optional(),
      datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
      address: addressCode.optional(),
    }),
    reply: LocationView,
  }),
  'GET /api/public/outlines': route({
    permission: 'anyone',
    summary: 'Outlines of communities or grids as GeoJSON, WGS-84, without homes; may be kept for five minutes',
    query: z.object({
      under: areaCode.optional(),
      kind: z.enum(['subdistrict', 'community', 'grid']).default('community'),
    }),
    reply: z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) }),
  }),
  'GET /api/map': route({
    permission: 'anyone',
    summary: 'The background map, if the district has one: how many layers of tiles, and how its degrees are meant',
    reply: z.object({ layers: z.number().int(), datum: z.enum(['wgs84', 'gcj02']) }),
  }),
  'GET /api/map/tiles/:layer/:z/:x/:y': route({
    permission: 'anyone',
    summary: 'One tile of the background map, fetched by the server, which keeps the key',
    params: z.object({
      layer: z.coerce.number().int().min(0).max(9),
      z: z.coerce.number().int().min(0).max(22),
      x: z.coerce.number().int().min(0).max(4_194_303),
      y: z.coerce.number().int().min(0).max(4_194_303),
    }),
    file: true,
  }),
  'GET /api/grids/communities': route({
    permission: 'territory.edit',
    summary: 'Communities whose grids the asker may change',
    reply: z.object({ communities: z.array(AreaView.extend({ grids: z.number().int() })) }),
  }),
  'GET /api/communities/:code/grids': route({
    permission: 'territory.edit',
    summary: 'The grids of a community with addresses, outlines, what is not right with them, and who changed what',
    params: community,
    reply: GridBookView,
  }),
  'POST /api/communities/:code/grids/move': route({
    permission: 'territory.edit',
    summary: 'Move addresses into one grid; `preview` says what would happen and does nothing',
    params: community,
    body: z.object({ ...order, addresses, to: areaCode }),
    reply: Changed,
  }),
  'POST /api/communities/:code/grids/split': route({
    permission: 'territory.edit',
    summary: 'Split a grid in two by a list of addresses, a drawn line (WGS-84), or both',
    params: community,
    body: z.object({
      ...order,
      grid: areaCode,
      addresses: addresses.nullable().default(null),
      line: z.array(Point).min(2).max(500).nullable().default(null),
      nameZh: name,
      nameEn: name,
    }),
    reply: Changed,
  }),
  'POST /api/communities/:code/grids/merge': route({
    permission: 'territory.edit',
    summary: 'Merge one grid into another',
    params: community,
    body: z.object({ ...order, grid: areaCode, into: areaCode }),
    reply: Changed,
  }),
  'POST /api/communities/:code/grids/outlines': route({
    permission: 'territory.edit',
    summary: 'Draw outlines of grids anew, or take them away (null); refused when a new one makes an overlap or a gap',
    params: community,
    body: z.object({
      ...order,
      outlines: z
        .array(z.object({ gridCode: areaCode, outline: Outline.nullable() }))
        .min(1)
        .max(100),
    }),
    reply: Changed,
  }),
  'POST /api/communities/:code/addresses': route({
    permission: 'territory.edit',
    summary: 'Add a pasted list of addresses to the register; all of it or nothing',
    params: community,
    body: z.object({
      ...order,
      text: z.string().min(1).max(400_000),
      grid: areaCode.nullable().default(null),
      datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
    }),
    reply: z.object({
      seq: z.number().int(),
      preview: z.boolean(),
      repeated: z.boolean(),
      added: z.number().int(),
      known: z.number().int(),
      placed: z.number().int(),
      faults: z.array(z.object({ line: z.number().int(), code: z.string(), message: Named })),
    }),
  }),
};
