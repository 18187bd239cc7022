import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { accountEventKinds, accountStates, factorReaches } from '../../accounts/index.ts';
import { postKinds } from '../../bodies/index.ts';
import { Named, SignedIn } from './session-routes.ts';

const Instant = z.iso.datetime();
/** Long enough for any real input; what a field may hold is said by its rule. */
const Typed = z.string().max(20_000);

export const AccountEvent = z.object({
  id: z.uuid(),
  at: Instant,
  kind: z.enum(accountEventKinds),
  by: Named.nullable(),
  reason: z.string().nullable(),
});
export type AccountEvent = z.infer<typeof AccountEvent>;

const Requirement = z.object({
  reach: z.enum(factorReaches),
  postKinds: z.array(z.enum(postKinds)),
  graceDays: z.number().int(),
});

const Card = z.object({
  accountId: z.uuid(),
  login: z.string(),
  name: Named,
  state: z.enum(accountStates),
  hasPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  factorSince: Instant.nullable(),
  isLinked: z.boolean(),
});
export type AccountCard = z.infer<typeof Card>;

/** One's own account: how one signs in, where one is signed in now, and what was done to it. */
export const OwnAccount = Card.extend({
  /** From then on one of the person's posts can be acted in only with a second factor; null: not required. */
  factorDueAt: Instant.nullable(),
  /** Whether what is sensitive asks for the password again. */
  asksPassword: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  /** Null: single sign-on is not set up in this district. */
  ssoName: Named.nullable(),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      device: z.string(),
      way: z.enum(['password', 'sso', 'demo']),
      since: Instant,
      lastSeenAt: Instant,
      isThis: z.boolean(),
    }),
  ),
  events: z.array(AccountEvent),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

const Again = z.object({ password: Typed.default('') });
const ById = z.object({ id: z.uuid() });
const Commanded = z.object({ commandId: z.uuid(), reason: Typed });

/** One's own account: for everyone who has signed in, whatever the post. */
export const ownAccountRoutes = {
  'GET /api/account': route({ permission: 'anyone', summary: 'My account; sign in first', reply: OwnAccount }),
  'POST /api/account/password': route({
    permission: 'anyone',
    summary: 'Change my password; all my other sessions end',
    body: z.object({ old: Typed, next: Typed }),
    reply: SignedIn,
  }),
  'POST /api/account/prove': route({
    permission: 'anyone',
    summary: 'Show again that it is I, before what opens or closes the way in for others; holds for ten minutes',
    body: z.object({ password: Typed.default(''), code: Typed.default('') }),
    reply: z.object({}),
  }),
  'POST /api/account/factor/offer': route({
    permission: 'anyone',
    summary: 'Get a key for a second factor, as text and as a QR code',
    body: Again,
    reply: z.object({ key: z.string(), address: z.string(), qr: z.string().describe('SVG') }),
  }),
  'POST /api/account/factor/confirm': route({
    permission: 'anyone',
    summary: 'Confirm the second factor by its first code; answers the recovery codes, this once',
    body: z.object({ code: Typed }),
    reply: SignedIn.extend({ recoveryCodes: z.array(z.string()) }),
  }),
  'POST /api/account/factor/codes': route({
    permission: 'anyone',
    summary: 'Make new recovery codes; the old ones are worth nothing',
    body: Again,
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  'POST /api/account/factor/remove': route({
    permission: 'anyone',
    summary: 'Remove my second factor; refused where a post of mine requires it',
    body: Again,
    reply: z.object({}),
  }),
  'POST /api/account/sessions/:id/end': route({
    permission: 'anyone',
    summary: 'End one of my sessions at once',
    params: ById,
    reply: z.object({}),
  }),
  'POST /api/account/sessions/end-others': route({
    permission: 'anyone',
    summary: 'End all my sessions but this one',
    reply: z.object({ ended: z.number().int() }),
  }),
  'POST /api/account/notices/read': route({
    permission: 'anyone',
    summary: 'I have read what administrators did to my account',
    reply: z.object({}),
  }),
  'POST /api/account/sso/unlink': route({
    permission: 'anyone',
    summary: 'Remove the link to single sign-on from my account',
    body: Again,
    reply: z.object({}),
  }),
};

/** Other people's accounts: for who administers the accounts of the district. */
export const accountRoutes = {
  'GET /api/accounts': route({
    permission: 'accounts.administer',
    summary: 'Accounts of the district by login, 50 at a time',
    query: z.object({ words: z.string().max(100).default(''), after: z.string().max(100).default('') }),
    reply: z.object({ accounts: z.array(Card), next: z.string().nullable() }),
  }),
  'GET /api/accounts/:id': route({
    permission: 'accounts.administer',
    summary: 'One account and what was done to it',
    params: ById,
    reply: Card.extend({ events: z.array(AccountEvent) }),
  }),
  'POST /api/accounts': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Create an account; answers its first password, this once',
    body: z.object({ commandId: z.uuid(), login: Typed, nameZh: Typed, nameEn: Typed }),
    reply: z.object({ accountId: z.uuid(), login: z.string(), firstPassword: z.string() }),
  }),
  'POST /api/accounts/:id/password': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Give a new first password, shown this once; all sessions end',
    params: ById,
    body: Commanded,
    reply: z.object({ firstPassword: z.string() }),
  }),
  'POST /api/accounts/:id/factor': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Reset a second factor whose owner has lost the phone; all sessions end',
    params: ById,
    body: Commanded,
    reply: z.object({}),
  }),
  'POST /api/accounts/:id/state': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Close an account, open it again, or end it for good',
    params: ById,
    body: Commanded.extend({ to: z.enum(accountStates) }),
    reply: z.object({}),
  }),
  'POST /api/accounts/:id/sso': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Link an account to a subject of single sign-on; an empty subject removes the link',
    params: ById,
    body: z.object({ subject: z.string().max(255), reason: Typed }),
    reply: z.object({}),
  }),
  'GET /api/factor-requirement': route({
    permission: 'accounts.administer',
    summary: 'Who must have a second factor, and who decided it',
    reply: z.object({ requirement: Requirement.extend({ at: Instant, by: Named }).nullable() }),
  }),
  'POST /api/factor-requirement': route({
    permission: 'accounts.administer',
    freshly: true,
    summary: 'Decide who must have a second factor, and within how many days',
    body: Requirement.extend({ commandId: z.uuid() }),
    reply: z.object({}),
  }),
};
