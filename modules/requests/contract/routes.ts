import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { EntryView, MatterPage, NamedView, RefusalView } from '../../matters/index.ts';
import { alikeReasons } from './alike.ts';
import { behalves } from './behalf.ts';
import { categories, channels, staffChannels } from './category.ts';
import { maskKinds, objectionDecisions } from './mask-kinds.ts';
import { OwnPublicity, PublicityView } from './publicity.ts';

/** What a person sends when raising a request; each refusal comes back at its field. */
export const RaiseInput = z.object({
  commandId: z.uuid(),
  what: z.string(),
  photos: z.array(z.uuid()).max(4).default([]),
  community: z.string(),
  place: z.string(),
  grid: z.string().max(18).default('').describe('the grid chosen where the place may lie in several, or `none`'),
  category: z.enum(categories).default('other'),
  phone: z.string().default(''),
  wantsPublic: z.boolean().default(true),
  confidential: z.boolean().default(false).describe('who asks is kept from the bodies that handle it'),
  behalf: z.enum(behalves).default('self').describe('what the sender is to the person it is about'),
});
export type RaiseInput = z.infer<typeof RaiseInput>;

export const Receipt = z.object({
  matterId: z.uuid(),
  number: z.string(),
  code: z.string().describe('shown once more only to the person who has it'),
  firstContact: z.object({
    name: NamedView,
    post: NamedView.nullable(),
    body: NamedView,
    phonePublic: z.string().nullable(),
  }),
  acceptBy: z.iso.datetime().nullable(),
  /** The end of the total limit. */
  answerBy: z.iso.datetime().nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

export const PublicRow = z.object({
  number: z.string(),
  title: z.string(),
  category: z.enum(categories),
  community: NamedView.nullable(),
  stateName: NamedView,
  plain: NamedView,
  /** Until the person who asked has judged, an outcome is only what was answered. */
  stage: z.enum(['open', 'waiting', 'final']),
  outcome: z.string().nullable(),
  openedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
});
export type PublicRow = z.infer<typeof PublicRow>;

export const PublicRequest = PublicRow.extend({
  body: z.string(),
  answer: z.string(),
  answeredBy: NamedView.nullable(),
  holder: NamedView,
  rating: z.number().int().nullable(),
  isOpenToJoin: z.boolean(),
  joined: z.number().int().describe('neighbours who said that it is theirs too'),
});
export type PublicRequest = z.infer<typeof PublicRequest>;

/** A public request that may be the same thing as one about to be sent, and why. */
export const AlikeRequest = PublicRequest.extend({ reasons: z.array(z.enum(alikeReasons)) });
export type AlikeRequest = z.infer<typeof AlikeRequest>;

/** The matter that lives on, as whoever joined in may see it: where it stands and what was answered, masked. */
export const JoinedView = z.object({
  number: z.string(),
  plain: NamedView,
  stage: z.enum(['open', 'waiting', 'final']),
  outcome: z.string().nullable(),
  holder: NamedView,
  answer: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  joined: z.number().int(),
  confirmed: z.number().int(),
  denied: z.number().int(),
});
export type JoinedView = z.infer<typeof JoinedView>;

/** What the person who asked sees: the matter page without what is internal, with the steps that are theirs. */
export const FollowPage = MatterPage.extend({
  timeline: z.array(EntryView),
  joined: JoinedView.nullable(),
  confidential: z.boolean(),
  behalf: z.enum(behalves),
  publicity: OwnPublicity,
  /** Who looked at the telephone number, and why. */
  reveals: z.array(z.object({ at: z.iso.datetime(), purpose: NamedView, by: NamedView, body: NamedView })),
});
export type FollowPage = z.infer<typeof FollowPage>;

export const requestsRoutes = {
  'POST /api/requests': route({
    permission: 'matters.register',
    summary: 'Take down a request for a resident at the counter, on the telephone, at the door or from a letter',
    body: RaiseInput.extend({ channel: z.enum(staffChannels) }),
    reply: Receipt,
  }),
  'GET /api/requests/:id': route({
    permission: 'matters.read',
    summary: 'What is known of a request beyond the matter',
    params: z.object({ id: z.uuid() }),
    reply: z.object({
      channel: z.enum(channels),
      category: z.enum(categories),
      wantsPublic: z.boolean(),
      hasPhone: z.boolean(),
      confidential: z.boolean(),
      behalf: z.enum(behalves),
      withheld: RefusalView.nullable().describe('why this worker may not learn who asked'),
      ruling: z.object({ body: NamedView, isWrittenBack: z.boolean() }).nullable(),
      public: PublicRequest.nullable().describe('the masked form as everyone sees it; null while it is not published'),
      publicity: PublicityView,
    }),
  }),
  'POST /api/requests/:id/public/preview': route({
    permission: 'matters.step',
    summary: 'How an answer that is being written will read in public, masked; nothing is kept',
    params: z.object({ id: z.uuid() }),
    body: z.object({ draft: z.record(z.string().max(40), z.string().max(10_000)) }),
    reply: z.object({ answer: z.string().nullable().describe('null when the person did not want it public') }),
  }),
  'POST /api/requests/:id/masks': route({
    permission: 'matters.step',
    summary: 'Mask more of what the public reads: short words that tell who somebody is; never less',
    params: z.object({ id: z.uuid() }),
    body: z.object({
      commandId: z.uuid(),
      words: z.string().max(200),
      kind: z.enum(maskKinds),
      draft: z.string().max(20_000).default('').describe('of an answer that is being written'),
    }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'POST /api/requests/:id/objection': route({
    permission: 'matters.step',
    summary: 'Decide an objection to publication, with a reason that the person reads',
    params: z.object({ id: z.uuid() }),
    body: z.object({ commandId: z.uuid(), decision: z.enum(objectionDecisions), reason: z.string().max(1000) }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'POST /api/requests/:id/reveal': route({
    permission: 'requests.reveal',
    summary: 'Show the reporter’s telephone number for a purpose; each time is recorded and shown to the person',
    params: z.object({ id: z.uuid() }),
    body: z.object({ purpose: z.enum(['contactReporter', 'verifyFacts']) }),
    reply: z.object({ phone: z.string() }),
  }),
  'GET /api/communities': route({
    permission: 'anyone',
    summary: 'Communities of the district, by sub-district',
    reply: z.object({
      subdistricts: z.array(
        z.object({
          code: z.string(),
          name: NamedView,
          communities: z.array(z.object({ code: z.string(), name: NamedView })),
        }),
      ),
    }),
  }),
  'POST /api/public/photos': route({
    permission: 'anyone',
    summary: 'Upload one photo for a request; its location data is removed',
    upload: true,
    reply: z.object({ photoId: z.uuid(), width: z.number().int(), height: z.number().int() }),
  }),
  'POST /api/public/requests': route({
    permission: 'anyone',
    summary: 'Raise a request. The same commandId sent again gives the same receipt',
    body: RaiseInput,
    reply: Receipt,
  }),
  'POST /api/public/follow': route({
    permission: 'anyone',
    summary: 'Follow a request by its number and code',
    body: z.object({ number: z.string().max(40), code: z.string().max(40) }),
    reply: FollowPage,
  }),
  'POST /api/public/follow/steps/:step': route({
    permission: 'anyone',
    summary: 'Take a step as the person who asked: add, rate, reopen, withdraw',
    params: z.object({ step: z.string().max(40) }),
    body: z.object({
      number: z.string().max(40),
      code: z.string().max(40),
      commandId: z.uuid(),
      seenSeq: z.number().int().min(0),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    reply: z.object({ seq: z.number().int(), state: z.string(), repeated: z.boolean() }),
  }),
  'POST /api/public/follow/objection': route({
    permission: 'anyone',
    summary: 'Object, as the person who asked, to its being public; it is off at once, until the handling body decides',
    body: z.object({
      number: z.string().max(40),
      code: z.string().max(40),
      commandId: z.uuid(),
      reason: z.string().max(1000),
    }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'POST /api/public/requests/:number/join': route({
    permission: 'anyone',
    summary: 'Say of a public request that it is mine too; gives a number and code. The same commandId joins once',
    params: z.object({ number: z.string().max(40) }),
    body: z.object({ commandId: z.uuid(), words: z.string().default('') }),
    reply: Receipt,
  }),
  'GET /api/public/requests': route({
    permission: 'anyone',
    summary: 'Masked requests, newest first, by words and community',
    query: z.object({
      words: z.string().max(50).optional(),
      community: z.string().max(18).optional(),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({ rows: z.array(PublicRow), next: z.string().nullable() }),
  }),
  'POST /api/public/requests/alike': route({
    permission: 'anyone',
    summary: 'Public requests of the same community that may be the same thing; asked before one is sent',
    body: RaiseInput.pick({ what: true, community: true, place: true, grid: true, category: true }),
    reply: z.object({ rows: z.array(AlikeRequest) }),
  }),
  'GET /api/public/requests/:number': route({
    permission: 'anyone',
    summary: 'One masked request with its answer',
    params: z.object({ number: z.string().max(40) }),
    reply: PublicRequest,
  }),
};
