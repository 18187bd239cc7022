import type { FastifyRequest } from 'fastify';
import type { Assets } from './assets.ts';
import { dayOf, dueOf, instantOf } from './dates.ts';
import type { NamedView, SiteDeps } from './deps.ts';
import { readPreferences } from './preferences.ts';
import { wordsOf, type Language, type Say } from './words.ts';

/** What every page knows: the language and letters chosen, the words, how times are said, the district. */
export type Visit = {
  readonly language: Language;
  readonly isLarge: boolean;
  readonly say: Say;
  readonly name: (named: NamedView) => string;
  /** Each takes an ISO instant. */
  readonly day: (at: string) => string;
  readonly instant: (at: string) => string;
  readonly due: (at: string) => string;
  readonly district: NamedView;
  readonly assets: Assets;
  /** The browser comes from elsewhere and has nothing of ours yet: the style goes with the page, which saves a way there and back. */
  readonly isEntry: boolean;
};

export type OpenVisit = (request: FastifyRequest) => Promise<Visit>;

type Place = { readonly name: NamedView; readonly timeZone: string };
/** For the page that says what went wrong, when not even the district can be asked. */
const nowhere: Place = { name: { zh: '', en: '' }, timeZone: 'Asia/Shanghai' };

function visitAt(request: FastifyRequest, assets: Assets, now: Date, { name: district, timeZone }: Place): Visit {
  const { language, isLarge } = readPreferences(request);
  return {
    language,
    isLarge,
    say: wordsOf(language),
    name: (named) => named[language],
    day: (at) => dayOf(new Date(at), now, timeZone, language),
    instant: (at) => instantOf(new Date(at), now, timeZone, language),
    due: (at) => dueOf(new Date(at), now, timeZone, language),
    district,
    assets,
    isEntry: request.headers['sec-fetch-site'] !== 'same-origin',
  };
}

/** Gives the function that opens a visit for a request, by the preferences in its cookies; `anyway` also after a fault. */
export const visitsTo = (deps: SiteDeps, assets: Assets): { openVisit: OpenVisit; openVisitAnyway: OpenVisit } => ({
  openVisit: async (request) => visitAt(request, assets, deps.now(), await deps.district()),
  openVisitAnyway: async (request) => visitAt(request, assets, deps.now(), await deps.district().catch(() => nowhere)),
});
