import type { Open311Format } from '../contract/open311.ts';

export type Resource =
  | { readonly kind: 'discovery' | 'services' | 'requests' | 'allUpdates' }
  | { readonly kind: 'definition' | 'request' | 'updates' | 'token'; readonly id: string };

export type ReadPath = {
  /** Undefined when there is no such resource. */
  readonly resource: Resource | undefined;
  /** Undefined when the address names another format than XML or JSON. */
  readonly format: Open311Format | undefined;
};

/**
 * Reads what stands behind `/open311/v2/` (资源地址): the resource and the format appended to it. Without one the Accept
 * header decides, and XML, which the standard requires, otherwise.
 */
export function readPath(path: string, accept: string): ReadPath {
  const parts = path.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const suffix = dot < 0 ? '' : last.slice(dot + 1).toLowerCase();
  const names = [...parts.slice(0, -1), dot < 0 ? last : last.slice(0, dot)];
  return { resource: resourceOf(names), format: formatOf(suffix, accept) };
}

function formatOf(suffix: string, accept: string): Open311Format | undefined {
  if (suffix === 'xml' || suffix === 'json') return suffix;
  if (suffix !== '') return undefined;
  const [json, xml] = [accept.indexOf('json'), accept.indexOf('xml')];
  return json >= 0 && (xml < 0 || json < xml) ? 'json' : 'xml';
}

function resourceOf(names: readonly string[]): Resource | undefined {
  const [first = '', id = '', more, ...rest] = names;
  if (rest.length > 0) return undefined;
  if (names.length === 1) {
    if (first === 'discovery' || first === 'services' || first === 'requests') return { kind: first };
    return first === 'servicerequestupdates' ? { kind: 'allUpdates' } : undefined;
  }
  if (more !== undefined) return first === 'requests' && more === 'updates' ? { kind: 'updates', id } : undefined;
  if (first === 'services') return { kind: 'definition', id };
  if (first === 'requests') return { kind: 'request', id };
  return first === 'tokens' ? { kind: 'token', id } : undefined;
}
