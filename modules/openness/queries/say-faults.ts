import { sayRefusal, say } from '../../../platform/i18n/words.ts';
import { waitSeconds, type Refused } from '../../../platform/http/serve.ts';
import type { Tree } from '../../../platform/xml.ts';
import '../words/index.ts';
import type { Language, Open311Answer, Open311Error, Open311Status } from '../contract/open311.ts';
import type { PostFault } from '../rules/read-post.ts';
import type { SearchFault } from '../rules/read-search.ts';
import type { ReadAsked } from './read-asked.ts';

export type FaultName = Own | PostFault['fault'] | SearchFault['fault'];
type Own =
  | 'notFound'
  | 'noFormat'
  | 'badMethod'
  | 'badForm'
  | 'tooLarge'
  | 'jurisdiction'
  | 'keyMissing'
  | 'keyInvalid'
  | 'noRequest'
  | 'noToken'
  | 'busy'
  | 'ours';

/** What is wrong with a call, with the status of HTTP that the standard has for it. */
export type Fault = {
  readonly status: Open311Status;
  readonly fault?: FaultName;
  readonly values?: object;
  /** A refusal of raising the request, or of a photo in it. */
  readonly refused?: Refused;
  readonly value?: string;
};

type Said = { readonly status: Open311Status; readonly tree: Tree; readonly retryAfterSeconds?: number };

/** Says every fault as the standard wants errors (错误列表): a list of code and description; the first decides the status. */
export function faultsOf(faults: readonly Fault[], language: Language): Said {
  const errors = faults.flatMap((fault) => errorsOf(fault, language));
  const [seconds] = faults.flatMap(({ refused }) => (refused && waitSeconds(refused)) ?? []);
  return {
    status: (errors[0]?.code ?? 400) as Open311Status,
    tree: errors.map(({ code, description }) => ({ code, description })),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  };
}

function errorsOf({ status, fault, values, refused, value = '' }: Fault, language: Language): Open311Error[] {
  const said = (key: string, more: object = {}) => say('openness', `open311.faults.${key}`, { ...more })[language];
  if (fault !== undefined) return [{ code: status, description: said(fault, values) }];
  if (refused?.code === 'pace.locked') return [{ code: 429, description: said('slow', refused.details) }];
  if (refused?.code === 'address.not_found') return [{ code: 404, description: said('unknownAddress', { value }) }];
  if (refused?.fields)
    return Object.entries(refused.fields).map(([name, one]) => ({
      code: status,
      description: said('field', { name: argumentOf[name] ?? name, message: sayRefusal(one)[language] }),
    }));
  if (refused) return [{ code: status, description: sayRefusal(refused)[language] }];
  return [];
}

/** What our fields are called in the standard. */
const argumentOf: Readonly<Record<string, string>> = {
  what: 'description',
  place: 'address_string',
  photos: 'media',
};

/** Puts an answer together with format and language of the call. */
export const answerWith = (
  { format, viewed }: Pick<ReadAsked, 'format' | 'viewed'>,
  answer: Pick<Open311Answer, 'root' | 'tree' | 'status' | 'retryAfterSeconds'>,
): Open311Answer => ({ ...answer, format, language: viewed.language });
