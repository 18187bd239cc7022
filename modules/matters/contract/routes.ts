import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { FieldView, MatterPage, NamedView, Page, PrecedentView, QueueView, queues, SetHere } from './views.ts';

const MatterId = z.object({ id: z.uuid() });

/** What the server offers of the engine. */
export const mattersRoutes = {
  'GET /api/queues': route({
    permission: 'matters.read',
    summary: 'My queues with how much waits in each',
    reply: z.object({ queues: z.array(QueueView) }),
  }),
  'GET /api/matters': route({
    permission: 'matters.read',
    summary: 'One queue, or a search, most urgent (or newest) first',
    query: z.object({
      queue: z.enum(queues).default('open'),
      words: z.string().max(50).optional(),
      state: z.string().max(40).optional(),
      community: z.string().max(18).optional(),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: Page,
  }),
  'GET /api/matters/:id': route({
    permission: 'matters.read',
    summary: 'One matter: facts, timeline, clocks, and the steps I may and may not take',
    params: MatterId,
    reply: MatterPage,
  }),
  'POST /api/matters/:id/steps/:step': route({
    permission: 'matters.step',
    summary: 'Take one step. The same commandId sent again does nothing twice',
    params: MatterId.extend({ step: z.string().max(40) }),
    body: z.object({
      commandId: z.uuid(),
      /** The number of the last timeline entry the person saw. */
      seenSeq: z.number().int().min(0),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    reply: z.object({ seq: z.number().int(), state: z.string(), repeated: z.boolean() }),
  }),
  'GET /api/matters/:id/steps/:step/bodies': route({
    permission: 'matters.step',
    summary: 'The bodies this step may choose, the likeliest first, and how matters like it were ruled before',
    params: MatterId.extend({ step: z.string().max(40) }),
    reply: z.object({
      bodies: z.array(z.object({ id: z.uuid(), name: NamedView, suggested: z.boolean() })),
      precedents: z.array(PrecedentView).max(3),
    }),
  }),
  'POST /api/photos': route({
    permission: 'matters.step',
    summary: 'Upload one photo; its location data is removed',
    upload: true,
    reply: z.object({ photoId: z.uuid(), width: z.number().int(), height: z.number().int() }),
  }),
  'GET /api/matters/:id/photos/:photoId': route({
    permission: 'matters.read',
    summary: 'One photo of a matter',
    params: MatterId.extend({ photoId: z.uuid() }),
    file: true,
  }),
  'GET /api/procedures/:id/answers': route({
    permission: 'figures.read',
    summary: 'How matters of a procedure in my area were answered: first answer, answer that stands, reopenings',
    params: z.object({ id: z.string().max(60) }),
    reply: z.object({
      outcomes: z.array(z.object({ outcome: z.string(), first: z.number().int(), final: z.number().int() })),
      answered: z.number().int(),
      reopened: z.number().int(),
      reopenings: z.number().int(),
      unheld: z
        .array(z.object({ matterId: z.uuid(), number: z.string(), why: z.string() }))
        .describe('open matters in my scope for which nobody answers; has to be empty'),
    }),
  }),
  'GET /api/procedures': route({
    permission: 'anyone',
    summary: 'The published procedures',
    reply: z.object({
      procedures: z.array(
        z.object({
          id: z.string(),
          version: z.number().int(),
          name: NamedView,
          promise: NamedView,
          mayOpen: z.boolean().describe('whether I may open one at my desk'),
          states: z.array(z.object({ state: z.string(), name: NamedView })),
        }),
      ),
    }),
  }),
  'POST /api/procedures/:id/matters': route({
    permission: 'matters.step',
    summary: 'Open a matter of this procedure at the desk. The same commandId opens one only',
    params: z.object({ id: z.string().max(60) }),
    body: z.object({
      commandId: z.uuid(),
      community: z.string().max(18).nullable().default(null),
      place: z.string().max(200).default(''),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    reply: z.object({ matterId: z.uuid(), repeated: z.boolean() }),
  }),
  'GET /api/procedures/:id/bodies': route({
    permission: 'matters.step',
    summary: 'The bodies that may be chosen when opening a matter of this procedure',
    params: z.object({ id: z.string().max(60) }),
    reply: z.object({
      bodies: z.array(z.object({ id: z.uuid(), name: NamedView, suggested: z.boolean(), fields: z.array(z.string()) })),
    }),
  }),
  'GET /api/procedures/:id': route({
    permission: 'anyone',
    summary: 'One procedure as it is published: states, steps, clocks, and its drawing',
    params: z.object({ id: z.string().max(60) }),
    reply: z.object({
      id: z.string(),
      version: z.number().int(),
      holdsFrom: z.string(),
      mayOpen: z.boolean().describe('whether I may open one at my desk'),
      opening: z.object({
        fields: z.array(FieldView),
        asksCommunity: z.boolean(),
        needsCommunity: z.boolean().describe('has to be named by who works for more than one'),
        asksPlace: z.boolean(),
      }),
      name: NamedView,
      promise: NamedView,
      sources: z.array(NamedView),
      states: z.array(
        z.object({
          state: z.string(),
          name: NamedView,
          plain: NamedView,
          kind: z.string(),
          owner: NamedView.nullable(),
        }),
      ),
      steps: z.array(
        z.object({
          step: z.string(),
          name: NamedView,
          from: z.array(NamedView),
          to: z.array(z.object({ name: NamedView, when: NamedView.nullable() })),
          by: z.array(NamedView),
          tells: z.array(NamedView),
          fields: z.array(FieldView),
        }),
      ),
      clocks: z.array(
        z.object({
          clock: z.string(),
          name: NamedView,
          limit: NamedView,
          basis: NamedView,
          since: z.string(),
          metBy: z.array(NamedView),
          reminds: z.array(NamedView),
          tells: z.array(NamedView),
          turnsInto: NamedView.nullable(),
          setHere: SetHere.nullable().describe('what this district has set itself for what begins now'),
        }),
      ),
      drawing: NamedView.describe('Mermaid state diagram'),
      svg: NamedView.describe('the same, drawn'),
    }),
  }),
};
