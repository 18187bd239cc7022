import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import { areaScope, noScope, type Actor, type Scope, type Work } from '../../../platform/work.ts';
import { checkEmpty } from '../actions/carry-out-change.ts';
import { decideAreaChange, planOf, withdrawAreaChange } from '../actions/decide-change.ts';
import type { ChangePlan } from '../contract/area-change.ts';
import type { Division } from '../contract/division.ts';
import type { ChangePreview, territoryRoutes } from '../contract/routes.ts';
import { browseAreas, searchAreas } from '../queries/browse-areas.ts';
import { describeAreas } from '../queries/describe-areas.ts';
import { browseDivisions } from '../queries/browse-divisions.ts';
import { findAreaPage, listAreaChanges } from '../queries/find-area-page.ts';
import { isDueToday } from '../queries/is-due-today.ts';
import { searchDivisions } from '../queries/search-divisions.ts';
import { viewDivision } from '../queries/view-division.ts';

export type TerritoryParts = {
  /** What lies in areas that would end, as numbers only: for whoever decides may not read the matters. */
  readonly countFollowers: (
    work: Work,
    endedCodes: readonly string[],
  ) => Promise<Pick<ChangePreview, 'openMatters' | 'settledMatters' | 'posts'>>;
  /** Passes the matters on that a change left behind, so that nobody waits for the timer. */
  readonly passMatters: (context: Context) => Promise<void>;
  /** How far somebody sees in the register of addresses, which follows a change. */
  readonly registerScopeFor: (actor: Actor) => Scope;
};

const everyone = { actor: { kind: 'public' }, scope: noScope } as const;
const counter = { actor: { kind: 'system', name: 'timer' }, scope: areaScope('') } as const;
const asPublic = <T>({ as }: Context, run: (work: Work) => Promise<T>): Promise<T> =>
  as(everyone.actor, everyone.scope, run);
const asView = <T extends { rows: readonly Division[] }>(page: T) => ({ ...page, rows: page.rows.map(viewDivision) });

/** What the territory answers on its routes. */
export const territoryHandlers = (parts: TerritoryParts): Handlers<Context, typeof territoryRoutes> => ({
  'GET /api/areas': (context, { query }) => asPublic(context, (work) => browseAreas(work, query)),

  'GET /api/areas/search': (context, { query }) => asPublic(context, (work) => searchAreas(work, query.words)),

  'GET /api/areas/:code': (context, { params }) =>
    asPublic(context, async (work) => {
      const page = await findAreaPage(work, params.code);
      return page ? done(page) : refuse('area.not_found', { code: params.code });
    }),

  'GET /api/divisions': (context, { query }) =>
    asPublic(context, async (work) => {
      const page = await browseDivisions(work, query);
      return page.ok ? done({ ...asView(page.value), path: page.value.path.map(viewDivision) }) : page;
    }),

  'GET /api/divisions/search': (context, { query }) =>
    asPublic(context, async (work) => {
      const page = await searchDivisions(work, query);
      return page.ok ? done(asView(page.value)) : page;
    }),

  'GET /api/area-changes': ({ inScope }) => inScope(async (work) => done({ changes: await listAreaChanges(work) })),

  'POST /api/area-changes/preview': ({ inScope, as }, { body }) =>
    inScope(async (work): Promise<Answer<ChangePreview>> => {
      const plan = await planOf(work, body);
      if (!plan.ok) return plan;
      const followers = await as(counter.actor, counter.scope, (all) => parts.countFollowers(all, plan.value.ended));
      const names = await describeAreas(work, plan.value.ended);
      return done({ ...viewPlan(plan.value, names), ...followers, takesEffectNow: await isDueToday(work, body.on) });
    }),

  'POST /api/area-changes': async (context, { body }) => {
    const { as, actor } = context;
    const empty = await as(counter.actor, counter.scope, (all) => checkEmpty(all, body, parts.countFollowers));
    if (!empty.ok) return empty;
    const decided = await as(actor, parts.registerScopeFor(actor), (work) => decideAreaChange(work, body));
    if (decided.ok && decided.value.isDone) await parts.passMatters(context);
    return decided;
  },

  'POST /api/area-changes/:id/withdraw': ({ inScope }, { params }) =>
    inScope(async (work): Promise<Answer<Record<string, never>>> => {
      const withdrawn = await withdrawAreaChange(work, params.id);
      return withdrawn.ok ? done({}) : withdrawn;
    }),
});

type Name = { readonly code: string; readonly nameZh: string; readonly nameEn: string };
const viewName = ({ code, nameZh, nameEn }: Name) => ({ code, name: { zh: nameZh, en: nameEn } });

const viewPlan = ({ ended, founded, renamed }: ChangePlan, endedNames: readonly Name[]) => ({
  ended: endedNames.map(viewName),
  founded: founded.map(viewName),
  renamed: renamed.map(viewName),
  grids: ended.filter((code) => code.length === 15).length,
});
