import { done, refuse, type Result } from '../../../platform/result.ts';
import { factsOfKind, type BodyKind, type BodyNature } from '../contract/body-kinds.ts';
import type { LinkKind } from '../contract/body.ts';

export type LinkEnd = { readonly bodyId: string; readonly kind: BodyKind; readonly areaCode: string };

export type LinkRefusal =
  | 'link.with_itself'
  | 'link.other_place'
  | 'link.committee_is_guided'
  | 'link.independent_is_guided'
  | 'link.cannot_lead'
  | 'link.cannot_guide'
  | 'link.cannot_supervise';

const selfGoverning: ReadonlySet<BodyNature> = new Set(['selfGovernment']);
/** They keep their own affairs in order by law or contract; nobody commands them. */
const independent: ReadonlySet<BodyNature> = new Set(['residents', 'company', 'social']);
const mayGuide: ReadonlySet<BodyNature> = new Set(['party', 'government', 'selfGovernment']);

/**
 * Says whether one body may be linked to another as leading, guiding, supervising or assisting it (机构关系).
 *
 * @returns done, or a refusal:
 *   - `link.with_itself`
 *   - `link.other_place`: leading and guiding go down, from the wider area to what lies in it
 *   - `link.committee_is_guided`: government guides, supports and helps a residents' or villagers' committee, and does
 *     not lead it (城市居民委员会组织法, 村民委员会组织法; S01, S140); a party organisation leads it
 *   - `link.independent_is_guided`: owners, companies, social organisations and residents' groups are nobody's subordinates
 *   - `link.cannot_lead`: only party organisations, government bodies and, for their station, committees lead
 *   - `link.cannot_guide`: companies, social organisations, owners and residents' groups guide nobody
 *   - `link.cannot_supervise`: a company supervises no public body; supervision of government by communities is welcome
 * @source catalogue S01, S02, S140
 */
export function mayLink(from: LinkEnd, kind: LinkKind, to: LinkEnd): Result<undefined, LinkRefusal> {
  if (from.bodyId === to.bodyId) return refuse('link.with_itself');
  const above = factsOfKind(from.kind).nature;
  const below = factsOfKind(to.kind).nature;
  if ((kind === 'leads' || kind === 'guides') && !to.areaCode.startsWith(from.areaCode))
    return refuse('link.other_place');

  switch (kind) {
    case 'leads':
      if (independent.has(below)) return refuse('link.independent_is_guided');
      if (above === 'party') return done(undefined);
      if (above === 'government' && selfGoverning.has(below)) return refuse('link.committee_is_guided');
      if (above === 'government' && below !== 'party') return done(undefined);
      return above === 'selfGovernment' && below === 'service' ? done(undefined) : refuse('link.cannot_lead');
    case 'guides':
      return mayGuide.has(above) ? done(undefined) : refuse('link.cannot_guide');
    case 'supervises':
      return above === 'company' && below !== 'company' ? refuse('link.cannot_supervise') : done(undefined);
    case 'assists':
      return done(undefined);
  }
}
