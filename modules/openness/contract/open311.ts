import type { Tree } from '../../../platform/xml.ts';

/** One error as GeoReport v2 says it: `code` mostly the status of HTTP, `description` for the person. */
export type Open311Error = { readonly code: number; readonly description: string };

/** Status of HTTP that the standard knows, and 429 for "later, please". */
export type Open311Status = 200 | 400 | 403 | 404 | 429 | 500 | 503 | 507;

export type Open311Format = 'xml' | 'json';
export type Language = 'zh' | 'en';

/** What came in, whatever the web server looks like; names and values as they were sent. */
export type Open311Asked = {
  readonly method: string;
  /** What stands behind `/open311/v2/`, decoded. */
  readonly path: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly photos: readonly Buffer[];
  readonly accept: string;
  readonly acceptLanguage: string;
  /** A retry under the same key is the same report. */
  readonly idempotencyKey: string;
  /** Address of this server as clients write it, without a slash at the end. */
  readonly base: string;
};

/** An answer: the outermost element and what is in it. In JSON the element is left out (Spark convention). */
export type Open311Answer = {
  readonly status: Open311Status;
  readonly root: string;
  readonly tree: Tree;
  readonly format: Open311Format;
  readonly language: Language;
  readonly retryAfterSeconds?: number;
};

/** How one item of each list is called in XML. */
export const itemNames: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_requests_updates: 'request_update',
  errors: 'error',
  clocks: 'clock',
};
