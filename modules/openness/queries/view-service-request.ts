import { say } from '../../../platform/i18n/words.ts';
import type { Tree } from '../../../platform/xml.ts';
import { findProcedure } from '../../matters/index.ts';
import '../words/index.ts';
import type { Language } from '../contract/open311.ts';
import type { PublicFacts } from './list-public-rows.ts';

/** What the words around a request need to know. */
export type ViewedIn = {
  readonly language: Language;
  readonly district: { readonly zh: string; readonly en: string };
  readonly base: string;
  /** Time zone of the district, for times that a person reads. */
  readonly zone: string;
};

/** An instant in the W3C's form, to the second. */
export const w3 = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

export const serviceName = (category: string, language: Language): string =>
  say('requests', `categories.${category}`)[language];

/**
 * One request as GeoReport v2 names its fields (诉求公开信息). "closed" says only that nothing more is owed; whether it was
 * solved stands in `status_notes`, and by code in the extension `linli`.
 */
export function viewServiceRequest(
  row: PublicFacts,
  { language, district, base }: ViewedIn,
  isExtended: boolean,
): { readonly [name: string]: Tree } {
  const pick = (zh: string | null, en: string | null) => (zh === null ? null : { zh, en: en ?? zh }[language]);
  const places = [
    pick(row.communityZh, row.communityEn),
    pick(row.subdistrictZh, row.subdistrictEn),
    district[language],
  ].filter((place) => place !== null);
  return {
    service_request_id: row.number,
    status: row.stage === 'final' ? 'closed' : 'open',
    status_notes: notesOf(row, language),
    service_name: serviceName(row.category, language),
    service_code: row.category,
    description: row.body,
    agency_responsible: pick(row.holderZh, row.holderEn),
    service_notice: null,
    requested_datetime: w3(row.openedAt),
    updated_datetime: w3(row.updatedAt),
    expected_datetime: row.dueAt ? w3(row.dueAt) : null,
    address: places.join(language === 'zh' ? '，' : ', '),
    address_id: row.communityCode,
    zipcode: null,
    lat: row.lat,
    long: row.long,
    media_url: null,
    ...(isExtended ? { linli: extensionOf(row, language, base) } : {}),
  };
}

const stateOf = (row: PublicFacts) => findProcedure(row)?.states[row.state];

function notesOf(row: PublicFacts, language: Language): string | null {
  const outcome = row.outcome === null ? null : say('openness', `outcomes.${row.outcome}`)[language];
  const told = (key: string): string =>
    say('openness', `open311.${key}`, { outcome, answer: row.answer ?? '' })[language].trim();
  if (outcome !== null && row.stage === 'final') return told(row.body === null ? 'closedUnpublished' : 'closedAs');
  if (outcome !== null && row.body !== null) return told('awaitsRating');
  if (row.body === null) return told('pending');
  return stateOf(row)?.plain[language] ?? null;
}

function extensionOf(row: PublicFacts, language: Language, base: string): Tree {
  const state = stateOf(row);
  return {
    state: row.state,
    state_name: state ? state[language] : null,
    stage: row.stage,
    outcome: row.outcome,
    outcome_name: row.outcome === null ? null : say('openness', `outcomes.${row.outcome}`)[language],
    outcome_is_final: row.stage === 'final',
    answered_datetime: row.answeredAt ? w3(row.answeredAt) : null,
    rating: row.rating,
    url: row.body === null ? null : `${base}/see/${row.number}`,
  };
}
