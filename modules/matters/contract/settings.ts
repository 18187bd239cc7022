import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { NamedView } from './views.ts';

/** A limit that a district may set: its bounds, what holds now, and all that was ever set, the latest first. */
export const LimitSettingView = z.object({
  procedureId: z.string(),
  clock: z.string(),
  procedure: NamedView,
  name: NamedView,
  own: NamedView.describe('what the procedure says'),
  min: z.number().int(),
  max: z.number().int(),
  bounds: z.object({ min: NamedView, max: NamedView }),
  now: NamedView,
  history: z.array(
    z.object({
      limit: NamedView,
      sinceOn: z.string(),
      reason: z.string(),
      source: z.string(),
      by: NamedView.nullable(),
      setAt: z.iso.datetime(),
    }),
  ),
});
export type LimitSettingView = z.infer<typeof LimitSettingView>;

/** An answer that a district may word: what holds now, and all that was ever set, the latest first. */
export const TemplateSettingView = z.object({
  procedureId: z.string(),
  step: z.string(),
  field: z.string(),
  procedure: NamedView,
  name: NamedView,
  label: NamedView,
  max: z.number().int(),
  now: z.string().nullable(),
  history: z.array(
    z.object({
      words: z.string().nullable(),
      sinceOn: z.string(),
      reason: z.string(),
      source: z.string(),
      by: NamedView.nullable(),
      setAt: z.iso.datetime(),
    }),
  ),
});
export type TemplateSettingView = z.infer<typeof TemplateSettingView>;

export const settingsRoutes = {
  'GET /api/settings/limits': route({
    permission: 'procedures.read',
    summary: 'The limits that this district may set within bounds, and what it has set',
    reply: z.object({ maySet: z.boolean(), limits: z.array(LimitSettingView) }),
  }),
  'POST /api/settings/limits': route({
    permission: 'calendar.set',
    summary: 'Set a limit within its bounds, for what begins after; what runs keeps the length it began with',
    body: z.object({
      procedureId: z.string().max(60),
      clock: z.string().max(60),
      amount: z.number().int().nullable(),
      sinceOn: z.string().max(20).describe('YYYY-MM-DD'),
      reason: z.string().max(200).default(''),
      source: z.string().max(200).default(''),
    }),
    reply: z.object({}),
  }),
  'GET /api/settings/templates': route({
    permission: 'procedures.read',
    summary: 'The answers whose beginning this district may word, and what it has set',
    reply: z.object({ maySet: z.boolean(), templates: z.array(TemplateSettingView) }),
  }),
  'POST /api/settings/templates': route({
    permission: 'calendar.set',
    summary: 'Word the beginning of an answer; what was written before stays as it was',
    body: z.object({
      procedureId: z.string().max(60),
      step: z.string().max(60),
      field: z.string().max(60),
      words: z.string().max(20000).nullable(),
      sinceOn: z.string().max(20).describe('YYYY-MM-DD'),
      reason: z.string().max(200).default(''),
      source: z.string().max(200).default(''),
    }),
    reply: z.object({}),
  }),
};
