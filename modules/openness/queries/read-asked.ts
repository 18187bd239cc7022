import { pickLanguage } from '../../../platform/i18n/pick-language.ts';
import { languages } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { findCommandMatter } from '../../matters/index.ts';
import type { Category } from '../../requests/index.ts';
import type { Open311Asked, Open311Format } from '../contract/open311.ts';
import { readToken } from '../rules/command-token.ts';
import { readPath, type Resource } from '../rules/read-path.ts';
import { readPost, type Post } from '../rules/read-post.ts';
import { readSearch, type Search } from '../rules/read-search.ts';
import { isCategory } from '../rules/services.ts';
import type { Fault, FaultName } from './say-faults.ts';
import type { ViewedIn } from './view-service-request.ts';

export type Read =
  | { readonly kind: 'discovery' | 'services' }
  | { readonly kind: 'definition'; readonly category: Category }
  | { readonly kind: 'requests'; readonly search: Search; readonly isExtended: boolean }
  | { readonly kind: 'allUpdates'; readonly search: Search }
  | { readonly kind: 'request'; readonly id: string; readonly isExtended: boolean }
  | { readonly kind: 'updates'; readonly id: string }
  | {
      readonly kind: 'token';
      readonly id: string;
      readonly findMatter: (work: Work) => Promise<string | undefined>;
    }
  | {
      readonly kind: 'post';
      readonly apiKey: string;
      readonly post: { readonly post: Post } | { readonly faults: readonly Fault[] };
      readonly isExtended: boolean;
    };

export type ReadAsked = {
  readonly format: Open311Format;
  readonly viewed: ViewedIn;
  readonly asked: Read | { readonly faults: readonly Fault[] };
};

/** Reads one call (接口请求): which resource, in which format and language, and what is wrong with it. */
export function readAsked(
  asked: Open311Asked,
  { now, districtId, zone }: { readonly now: Date; readonly districtId: number; readonly zone: string },
  district: ViewedIn['district'],
): ReadAsked {
  const { resource, format } = readPath(asked.path, asked.accept);
  const viewed = { language: pickLanguage(asked.acceptLanguage, languages), district, base: asked.base, zone };
  const of = (read: ReadAsked['asked']): ReadAsked => ({ format: format ?? 'xml', viewed, asked: read });
  const fault = (status: Fault['status'], name: FaultName, values = {}) =>
    of({ faults: [{ status, fault: name, values }] });
  if (!format) return fault(400, 'noFormat');
  if (!resource) return fault(404, 'notFound', { path: asked.path });
  const isPost = asked.method === 'POST' && resource.kind === 'requests';
  if (!isPost && asked.method !== 'GET' && asked.method !== 'HEAD')
    return fault(400, 'badMethod', { method: asked.method });
  const jurisdiction = asked.values['jurisdiction_id']?.find((text) => text.trim() !== '')?.trim();
  const host = new URL(asked.base).hostname;
  const known = [String(districtId), host, host.replace(/^www\./, ''), new URL(asked.base).host];
  if (jurisdiction !== undefined && !known.includes(jurisdiction))
    return fault(404, 'jurisdiction', { value: jurisdiction, known: districtId });
  return of(isPost ? readPosted(asked) : readGot(resource, asked, now));
}

/** Format and language of a call that could not be read further. */
export function manneredAs(asked: Pick<Open311Asked, 'path' | 'accept' | 'acceptLanguage' | 'base'>) {
  const { format = 'xml' } = readPath(asked.path, asked.accept);
  return {
    format,
    viewed: {
      language: pickLanguage(asked.acceptLanguage, languages),
      district: { zh: '', en: '' },
      base: asked.base,
      zone: 'UTC',
    },
  };
}

const isExtendedIn = ({ values }: Open311Asked): boolean => /^(true|1|linli)$/i.test(values['extensions']?.[0] ?? '');

function readPosted(asked: Open311Asked): Read {
  const read = readPost(asked.values);
  const apiKey = asked.values['api_key']?.find((text) => text !== '')?.trim() ?? '';
  const isUnknown = (name: string) => name === 'unknownService';
  const post =
    'post' in read
      ? read
      : {
          faults: read.faults.map((one): Fault => ({
            status: isUnknown(one.fault) ? 404 : 400,
            fault: one.fault,
            values: one,
          })),
        };
  return { kind: 'post', apiKey, post, isExtended: isExtendedIn(asked) };
}

function readGot(resource: Resource, asked: Open311Asked, now: Date): ReadAsked['asked'] {
  const isExtended = isExtendedIn(asked);
  switch (resource.kind) {
    case 'discovery':
    case 'services':
      return { kind: resource.kind };
    case 'definition':
      return isCategory(resource.id)
        ? { kind: 'definition', category: resource.id }
        : { faults: [{ status: 404, fault: 'unknownService', values: { value: resource.id } }] };
    case 'requests':
    case 'allUpdates': {
      const read = readSearch(asked.values, now);
      if ('search' in read) return { kind: resource.kind, search: read.search, isExtended };
      return { faults: read.faults.map((one) => ({ status: 400, fault: one.fault, values: one })) };
    }
    case 'token': {
      const token = readToken(resource.id);
      const findMatter = async (work: Work) => (token ? findCommandMatter(work, token) : undefined);
      return { kind: 'token', id: resource.id, findMatter };
    }
    case 'request':
    case 'updates':
      return { kind: resource.kind, id: resource.id, isExtended };
  }
}
