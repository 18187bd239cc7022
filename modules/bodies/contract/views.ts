import { z } from 'zod';
import { officerStates } from './officer-states.ts';

const Named = z.object({ zh: z.string(), en: z.string() });

/**
 * A post as pages and boards show it; `person` null: vacant. `phone` is the public number of post or body, `standIn` who
 * acts while the holder is away, with the last day of it.
 */
export const HolderView = z.object({
  postId: z.uuid(),
  post: Named,
  body: Named,
  bodyId: z.uuid(),
  person: Named.nullable(),
  phone: z.string().nullable(),
  duty: z.string().nullable(),
  standIn: z.object({ person: Named, untilOn: z.iso.date() }).nullable(),
});
export type HolderView = z.infer<typeof HolderView>;

/** How a body is covered with an information officer (信息员) today; `call`: whom to call, its head where there is no officer. */
export const OfficerRow = z.object({
  bodyId: z.uuid(),
  body: Named,
  kind: Named,
  state: z.enum(officerStates),
  officer: HolderView.nullable(),
  call: HolderView.nullable(),
});
export type OfficerRow = z.infer<typeof OfficerRow>;

export const AreaView = z.object({ code: z.string(), name: Named });

/** One rung of a chain; `isHidden`: somebody is named whom only those may see who work there. */
export const LinkView = z.object({
  rung: z.string(),
  rungName: Named,
  /** Whether somebody can be charged with it; otherwise it follows from who holds the post. */
  isCharged: z.boolean(),
  areaCode: z.string(),
  place: z.string(),
  doors: z.number().int().describe('of the register of addresses, for which a contact of a place answers'),
  homes: z.number().int().describe('behind those doors, as far as one may see them'),
  holders: z.array(HolderView),
  isGap: z.boolean(),
  isHidden: z.boolean(),
});
export type LinkView = z.infer<typeof LinkView>;

export const DoorView = z.object({
  found: z.boolean(),
  path: z.array(AreaView),
  place: z.string().nullable(),
  chain: z.array(LinkView),
  candidates: z.array(z.array(AreaView)),
});

export const BodyRow = z.object({
  bodyId: z.uuid(),
  name: Named,
  kind: Named,
  areaCode: z.string(),
  area: Named,
  phone: z.string().nullable(),
});

export const BodyPageView = BodyRow.extend({
  path: z.array(AreaView),
  posts: z.array(HolderView),
  /** Each a sentence: who does what to whom; `other` is the body at the other end. */
  links: z.array(
    z.object({ fromBodyId: z.uuid(), toBodyId: z.uuid(), kind: z.string(), sentence: Named, otherBodyId: z.uuid() }),
  ),
});

export const BoardView = z.object({
  code: z.string(),
  path: z.array(AreaView),
  addresses: z.array(z.string()),
  service: z.array(z.object({ name: Named, kind: Named, phone: z.string().nullable(), posts: z.array(HolderView) })),
  liaison: z.array(z.object({ rungName: Named, area: Named, holders: z.array(HolderView) })),
});
export type BoardView = z.infer<typeof BoardView>;

const Part = z.object({ heading: Named, before: z.string(), after: z.string() });
export const ImportPreviewView = z.object({
  digest: z.string(),
  sheets: z.array(
    z.object({
      name: Named,
      isThere: z.boolean(),
      rows: z.number().int(),
      new: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      missing: z.array(z.string()).describe('the first hundred that the district has and the workbook has not'),
      missingCount: z.number().int(),
    }),
  ),
  faultCount: z.number().int(),
  faults: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int().nullable(),
      column: z.string().nullable(),
      heading: z.string().nullable(),
      message: Named,
    }),
  ),
  changes: z.array(
    z.object({
      sheet: Named,
      row: z.number().int(),
      what: z.enum(['new', 'changed']),
      title: z.string(),
      parts: z.array(Part),
    }),
  ),
  changeCount: z.number().int(),
  ignored: z.array(z.object({ sheet: z.string(), heading: z.string().nullable() })),
  newAccounts: z.number().int(),
});
export type ImportPreviewView = z.infer<typeof ImportPreviewView>;
