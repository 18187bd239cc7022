import type { FastifyRequest } from 'fastify';
import type { Assets } from './assets.ts';
import { dayOf, dueOf, instantOf } from './dates.ts';
import type { NamedView, SiteDeps } from './deps.ts';
import { readPreferences } from './preferences.ts';
import type { Tongue } from './tongues/tongue.ts';
import type { Language, Say } from './words.ts';

/** What every page knows: the language and letters chosen, the words, how times are said, the district. */
export type Visit = {
  /** In which names are said; that of the page is the tongue. */
  readonly language: Language;
  readonly tongue: Tongue;
  /** All that can be chosen. */
  readonly added: readonly Tongue[];
  /** Sentences of this page that its words file lacks. */
  readonly missing: ReadonlySet<string>;
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

function visitAt(
  request: FastifyRequest,
  assets: Assets,
  { now, tongues }: { now: Date; tongues: readonly Tongue[] },
  { name: district, timeZone }: Place,
): Visit {
  const { tongue, isLarge } = readPreferences(request, tongues);
  const language = tongue.base;
  const missing = new Set<string>();
  // Days as the two languages write them, or as the added one does.
  const written = tongue.id === language ? language : tongue.tag;
  return {
    language,
    isLarge,
    tongue,
    added: tongues,
    missing,
    say: tongue.sayWith((key) => missing.add(key)),
    name: (named) => named[language],
    day: (at) => dayOf(new Date(at), now, timeZone, written),
    instant: (at) => instantOf(new Date(at), now, timeZone, written),
    due: (at) => dueOf(new Date(at), now, timeZone, written),
    district,
    assets,
    isEntry: request.headers['sec-fetch-site'] !== 'same-origin',
  };
}

/** Gives the function that opens a visit for a request, by the preferences in its cookies; `anyway` also after a fault, `anywhere` without asking the database. */
export const visitsTo = (
  deps: SiteDeps,
  assets: Assets,
): { openVisit: OpenVisit; openVisitAnyway: OpenVisit; openVisitAnywhere: (request: FastifyRequest) => Visit } => ({
  openVisit: async (request) =>
    visitAt(request, assets, { now: deps.now(), tongues: deps.tongues }, await deps.district()),
  openVisitAnyway: async (request) =>
    visitAt(request, assets, { now: deps.now(), tongues: deps.tongues }, await deps.district().catch(() => nowhere)),
  openVisitAnywhere: (request) => visitAt(request, assets, { now: deps.now(), tongues: deps.tongues }, nowhere),
});
