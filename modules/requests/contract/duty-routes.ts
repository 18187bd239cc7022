import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { categories } from './category.ts';

const Named = z.object({ zh: z.string(), en: z.string() });

/** One line of the duty matrix; `holds` says whether it is the one of its kind and place on the day asked for. */
export const DutyView = z.object({
  id: z.uuid(),
  category: z.enum(categories),
  areaCode: z.string(),
  area: Named,
  body: Named.nullable(),
  bodyId: z.uuid().nullable(),
  limitWorkingDays: z.number().int().nullable(),
  fromOn: z.string(),
  source: z.string(),
  reason: z.string(),
  matterId: z.uuid().nullable(),
  holds: z.boolean(),
});
export type DutyView = z.infer<typeof DutyView>;

const code = z.string().regex(/^\d{6,15}$/);
const Fault = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  heading: z.string().nullable(),
  message: Named,
});
export const DutyPreview = z.object({
  digest: z.string(),
  rows: z.number().int(),
  unchanged: z.number().int(),
  faults: z.array(Fault),
  changes: z.array(
    z.object({
      row: z.number().int(),
      category: z.enum(categories),
      area: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  missing: z.array(z.string()),
});

export const dutyRoutes = {
  'GET /api/duties': route({
    permission: 'bodies.read',
    summary: 'The duty matrix: who answers for which kind of request where, on a day, with all earlier lines',
    query: z.object({ on: z.iso.date().optional() }),
    reply: z.object({ on: z.string(), today: z.string(), lines: z.array(DutyView) }),
  }),
  'POST /api/duties': route({
    permission: 'duties.edit',
    summary: 'Record who answers for a kind of request in an area from a day on; the earlier line is kept',
    body: z.object({
      commandId: z.uuid(),
      category: z.enum(categories),
      areaCode: code,
      bodyId: z.uuid().nullable(),
      limitWorkingDays: z.number().nullable(),
      fromOn: z.iso.date(),
      source: z.string().max(200),
      reason: z.string().max(500).default(''),
    }),
    reply: z.object({}),
  }),
  'POST /api/requests/:id/duty': route({
    permission: 'duties.edit',
    summary: 'Write the ruling on a request back to the duty matrix',
    params: z.object({ id: z.uuid() }),
    body: z.object({ commandId: z.uuid(), reason: z.string().trim().min(5).max(500) }),
    reply: z.object({}),
  }),
  'GET /api/duties-workbook': route({
    permission: 'duties.edit',
    summary: 'The lines that hold today as a workbook that an import takes back',
    file: true,
  }),
  'POST /api/duties-workbook/preview': route({
    permission: 'duties.edit',
    summary: 'What a workbook would change in the duty matrix, and every faulty cell; changes nothing',
    upload: true,
    reply: DutyPreview,
  }),
  'POST /api/duties-workbook/import': route({
    permission: 'duties.edit',
    summary: 'Record the lines of a workbook, all as previewed, or none',
    query: z.object({ digest: z.string().min(1).max(64) }),
    upload: true,
    reply: z.object({ recorded: z.number().int() }),
  }),
};
