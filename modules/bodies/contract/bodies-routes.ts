import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { bodyKinds } from './body-kinds.ts';
import { linkKinds } from './body.ts';
import { chargeRungs } from './chain.ts';
import {
  AreaView,
  BodyPageView,
  BodyRow,
  DoorView,
  HolderView,
  ImportPreviewView,
  LinkView,
  OfficerRow,
} from './views.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const code = z.string().regex(/^\d{6,15}$/);
const Link = z.object({ fromBodyId: z.uuid(), kind: z.enum(linkKinds), toBodyId: z.uuid() });
const Place = z.object({
  rung: z.enum(chargeRungs),
  areaCode: code,
  place: z.string().max(60).default(''),
  front: z.string().trim().max(20).default(''),
});

export const bodiesRoutes = {
  'GET /api/bodies': route({
    permission: 'bodies.read',
    summary: 'Bodies of the district, by a part of the name, by kind, at and below an area; the first hundred',
    query: z.object({
      words: z.string().max(60).default(''),
      area: z.string().max(15).default(''),
      kind: z.enum(bodyKinds).optional(),
    }),
    reply: z.object({
      bodies: z.array(BodyRow),
      total: z.number().int(),
      kinds: z.array(z.object({ key: z.string(), name: Named })),
    }),
  }),
  'GET /api/bodies/:id': route({
    permission: 'bodies.read',
    summary: 'One body with its posts, their holders, and its links in sentences',
    params: z.object({ id: z.uuid() }),
    reply: BodyPageView,
  }),
  'POST /api/body-links': route({
    permission: 'district.administer',
    summary: 'Link one body to another as leading, guiding, supervising or assisting it',
    body: Link,
    reply: z.object({}),
  }),
  'POST /api/body-links/remove': route({
    permission: 'district.administer',
    summary: 'Take a link between two bodies away',
    body: Link,
    reply: z.object({}),
  }),
  'GET /api/holders': route({
    permission: 'bodies.read',
    summary: 'Posts and who holds them, by a part of any name; the first twenty',
    query: z.object({ words: z.string().max(60).default('') }),
    reply: z.object({ holders: z.array(HolderView) }),
  }),
  'GET /api/information-officers': route({
    permission: 'bodies.read',
    summary:
      'Each sub-district office and department with its information officer, who stands in, and whom to call today',
    reply: z.object({ rows: z.array(OfficerRow) }),
  }),
  'GET /api/doors': route({
    permission: 'bodies.read',
    summary: 'Who answers for a door: by address or grid code; several possible grids come as candidates',
    query: z.object({ text: z.string().max(120).default('') }),
    reply: DoorView,
  }),
  'GET /api/chains': route({
    permission: 'bodies.read',
    summary: 'How many rungs of the responsibility chains have nobody, by community below an area',
    query: z.object({ under: z.string().max(15).default('') }),
    reply: z.object({
      communities: z.array(
        z.object({ code: z.string(), name: Named, grids: z.number().int(), gaps: z.number().int() }),
      ),
    }),
  }),
  'GET /api/chains/:code': route({
    permission: 'bodies.read',
    summary: 'The responsibility chains of all grids of a community, and its matrix of fronts',
    params: z.object({ code: z.string().regex(/^\d{12}$/) }),
    reply: z.object({
      path: z.array(AreaView),
      grids: z.array(
        AreaView.extend({
          addresses: z.array(z.string()),
          places: z.array(z.string()).describe('estates, buildings and stairwells of the register'),
        }),
      ),
      chains: z.array(LinkView),
      gaps: z.number().int(),
      fronts: z.array(z.object({ front: z.string(), holder: HolderView })),
    }),
  }),
  'GET /api/fronts': route({
    permission: 'bodies.read',
    summary: 'The matrix of fronts and villages below an area: who is charged with which front where',
    query: z.object({ under: z.string().max(15).default('') }),
    reply: z.object({
      fronts: z.array(z.string()),
      rows: z.array(AreaView.extend({ cells: z.array(HolderView.nullable()) })),
    }),
  }),
  'POST /api/charges': route({
    permission: 'district.administer',
    summary: 'Charge the holder of a post with a place; the same command again changes nothing',
    body: Place.extend({ commandId: z.uuid(), postId: z.uuid() }),
    reply: z.object({}),
  }),
  'POST /api/charges/end': route({
    permission: 'district.administer',
    summary: 'End who is charged with a place, from today',
    body: Place,
    reply: z.object({}),
  }),
  'GET /api/district-workbook': route({
    permission: 'district.administer',
    summary: 'Areas, bodies, posts and people as a workbook that an import takes back; empty: headings only',
    query: z.object({ empty: z.enum(['yes', 'no']).default('no') }),
    file: true,
  }),
  'POST /api/district-workbook/preview': route({
    permission: 'district.administer',
    summary: 'What a workbook would change, and every faulty cell; changes nothing',
    upload: true,
    reply: ImportPreviewView,
  }),
  'POST /api/district-workbook/import': route({
    freshly: true,
    permission: 'district.administer',
    summary: 'Import a workbook whole, as it was previewed, or not at all',
    query: z.object({ digest: z.string().min(1).max(64) }),
    upload: true,
    reply: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      passwords: z.string().nullable().describe('base64 of a workbook with first passwords; given once'),
    }),
  }),
};
