import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { AreaChangeOrder } from './area-change.ts';
import { areaKinds } from './area.ts';
import { divisionForms, divisionLevels } from './division.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Code = z
  .string()
  .max(24)
  .regex(/^[0-9]*$/);
const paged = { after: z.string().max(30).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) };

export const AreaView = z.object({
  code: z.string(),
  kind: z.enum(areaKinds),
  name: Named,
  foundedOn: z.iso.date(),
  endedOn: z.iso.date().nullable().describe('first day on which it no longer existed'),
  /** How many areas lie right below it. */
  below: z.number().int(),
});
export type AreaView = z.infer<typeof AreaView>;

export const AreaChangeView = z.object({
  id: z.uuid(),
  kind: z.enum(['merge', 'split', 'rename', 'found', 'end']),
  on: z.iso.date(),
  source: z.string(),
  says: Named.describe('one sentence'),
  standing: z.enum(['waiting', 'done', 'refused', 'withdrawn']),
  why: Named.nullable().describe('why it could not take effect'),
});
export type AreaChangeView = z.infer<typeof AreaChangeView>;

export const AreaPage = AreaView.extend({
  path: z.array(AreaView.pick({ code: true, name: true })),
  formerNames: z.array(Named.extend({ untilOn: z.iso.date() })),
  cameFrom: z.array(AreaView.pick({ code: true, name: true })),
  wentTo: z.array(AreaView.pick({ code: true, name: true })),
  changes: z.array(AreaChangeView),
});
export type AreaPage = z.infer<typeof AreaPage>;

const DivisionView = z.object({
  code: z.string(),
  nationalCode: z.string().describe('12 digits; a unit that the list has at two levels stands twice'),
  level: z.enum(divisionLevels),
  form: z.enum(divisionForms).nullable(),
  name: Named,
});

/** What a change would do, before it is decided. */
export const ChangePreview = z.object({
  takesEffectNow: z.boolean(),
  ended: z.array(z.object({ code: z.string(), name: Named })),
  founded: z.array(z.object({ code: z.string(), name: Named })),
  renamed: z.array(z.object({ code: z.string(), name: Named })),
  openMatters: z.number().int(),
  settledMatters: z.number().int(),
  posts: z.number().int(),
  grids: z.number().int(),
});
export type ChangePreview = z.infer<typeof ChangePreview>;

export const territoryRoutes = {
  'GET /api/areas': route({
    permission: 'anyone',
    summary: 'Areas of the district that exist today, right below one; the district itself without a parent',
    query: z.object({ parent: Code.optional(), ...paged }),
    reply: z.object({
      path: z.array(AreaView.pick({ code: true, name: true })),
      rows: z.array(AreaView),
      next: z.string().nullable(),
    }),
  }),
  'GET /api/areas/search': route({
    permission: 'anyone',
    summary: 'Areas of the district by name, pinyin, initials or code, ended ones too',
    query: z.object({ words: z.string().max(40) }),
    reply: z.object({ rows: z.array(AreaView), more: z.boolean() }),
  }),
  'GET /api/areas/:code': route({
    permission: 'anyone',
    summary: 'One area with its life: names, what it came from, what it went into, changes decided about it',
    params: z.object({ code: Code.min(6) }),
    reply: AreaPage,
  }),
  'GET /api/divisions': route({
    permission: 'anyone',
    summary: 'The national list: divisions right below one, the provinces without a parent',
    query: z.object({ parent: Code.optional(), ...paged }),
    reply: z.object({ path: z.array(DivisionView), rows: z.array(DivisionView), next: z.string().nullable() }),
  }),
  'GET /api/divisions/search': route({
    permission: 'anyone',
    summary: 'The national list by name, pinyin, initials or code, higher levels first',
    query: z.object({ words: z.string().max(40), under: Code.optional(), ...paged }),
    reply: z.object({ rows: z.array(DivisionView), next: z.string().nullable() }),
  }),
  'GET /api/area-changes': route({
    permission: 'district.administer',
    summary: 'Changes of areas that were decided, the latest day first',
    reply: z.object({ changes: z.array(AreaChangeView) }),
  }),
  'POST /api/area-changes/preview': route({
    permission: 'district.administer',
    summary: 'What a merger, a split, a new name, a founding or an end would do; nothing is written',
    body: AreaChangeOrder,
    reply: ChangePreview,
  }),
  'POST /api/area-changes': route({
    permission: 'district.administer',
    summary: 'Decide a merger, a split, a new name, a founding or an end; the same id sent again changes nothing',
    body: AreaChangeOrder,
    reply: z.object({ id: z.uuid(), isDone: z.boolean(), repeated: z.boolean() }),
  }),
  'POST /api/area-changes/:id/withdraw': route({
    permission: 'district.administer',
    summary: 'Withdraw a change whose day has not come',
    params: z.object({ id: z.uuid() }),
    reply: z.object({}),
  }),
};
