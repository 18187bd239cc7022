import type { Context } from '../../platform/http/context.ts';
import { atField } from '../../platform/http/at-field.ts';
import { statusOf, type Handlers } from '../../platform/http/serve.ts';
import { done, type Result } from '../../platform/result.ts';
import type { Trouble } from '../../platform/trouble.ts';
import { areaScope, noScope, type Work } from '../../platform/work.ts';
import type { Tree } from '../../platform/xml.ts';
import { findDistrict } from '../territory/index.ts';
import { findClient, makeClient, revokeClient } from './actions/keep-clients.ts';
import { postReport, type Ways } from './actions/post-report.ts';
import type { opennessRoutes } from './contract/routes.ts';
import type { Open311Answer, Open311Asked, Open311Status } from './contract/open311.ts';
import { describeDefinition, describeDiscovery, describeServices } from './queries/describe-services.ts';
import { answerWith, faultsOf, type Fault, type FaultName } from './queries/say-faults.ts';
import { listClients } from './queries/list-clients.ts';
import { findServiceRequest, findServiceRequestOf, listServiceRequests } from './queries/list-service-requests.ts';
import { listUpdates } from './queries/list-updates.ts';
import { noticeOf } from './queries/say-notice.ts';
import { manneredAs, readAsked, type Read } from './queries/read-asked.ts';
import { viewServiceRequest, type ViewedIn } from './queries/view-service-request.ts';

const MOST_UPDATES = 1000;

type Told = { readonly root: string; readonly tree: Tree } | { readonly faults: readonly Fault[] };
const noSuch = (fault: FaultName, value: string): Told => ({ faults: [{ status: 404, fault, values: { value } }] });

/**
 * Answers one call of Open311 GeoReport v2 (Open311 接口), whatever it is, in XML or JSON; a "no" too is an answer.
 * Anyone may read what is public; creating a request needs an `api_key`.
 */
export async function answerOpen311(ways: Ways, asked: Open311Asked): Promise<Open311Answer> {
  const district = await ways.as({ kind: 'public' }, noScope, findDistrict);
  if (!district) throw new Error(`district ${ways.districtId} was never set up`);
  const read = readAsked(
    asked,
    { now: ways.now, districtId: ways.districtId, zone: district.timeZone },
    { zh: district.nameZh, en: district.nameEn },
  );
  const told = 'faults' in read.asked ? read.asked : await tell(ways, asked, read.asked, read.viewed);
  return 'faults' in told
    ? answerWith(read, { root: 'errors', ...faultsOf(told.faults, read.viewed.language) })
    : answerWith(read, { status: 200, ...told });
}

const statuses: Readonly<Record<string, Open311Answer['status']>> = { ours: 500, busy: 503 };

/** Says in the standard's form what went wrong before a call could be read, or on our side. */
export function refuseOpen311(
  asked: Pick<Open311Asked, 'path' | 'accept' | 'acceptLanguage' | 'base'>,
  fault: 'badForm' | 'tooLarge' | 'busy' | 'ours' | Trouble,
  number: string | number = '',
): Open311Answer {
  const manner = manneredAs(asked);
  const said: Fault =
    typeof fault === 'object'
      ? { status: statusOf(fault.code) as Open311Status, refused: fault }
      : { status: statuses[fault] ?? 400, fault, values: { number } };
  return answerWith(manner, { root: 'errors', ...faultsOf([said], manner.viewed.language) });
}

async function tell(ways: Ways, asked: Open311Asked, read: Read, viewed: ViewedIn): Promise<Told> {
  const { language } = viewed;
  const inDistrict = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
    ways.as({ kind: 'public' }, areaScope(String(ways.districtId)), run);
  const one = (tree: { readonly [name: string]: Tree }): Told => ({ root: 'service_requests', tree: [tree] });
  switch (read.kind) {
    case 'discovery':
      return { root: 'discovery', tree: describeDiscovery(viewed) };
    case 'services':
      return { root: 'services', tree: describeServices(language) };
    case 'definition':
      return { root: 'service_definition', tree: describeDefinition(read.category, language) };
    case 'requests': {
      const rows = await inDistrict((work) => listServiceRequests(work, read.search));
      const tree = rows.map((row) => viewServiceRequest(row, viewed, read.isExtended));
      return { root: 'service_requests', tree };
    }
    case 'request': {
      const row = await inDistrict((work) => findServiceRequest(work, read.id));
      return row ? one(viewServiceRequest(row, viewed, read.isExtended)) : noSuch('noRequest', read.id);
    }
    case 'updates': {
      const row = await inDistrict((work) => findServiceRequest(work, read.id));
      if (!row) return noSuch('noRequest', read.id);
      const limit = { language, limit: MOST_UPDATES };
      const tree = await inDistrict((work) => listUpdates(work, { number: row.number }, limit));
      return { root: 'service_requests_updates', tree };
    }
    case 'allUpdates': {
      const { from, until } = read.search;
      const tree = await inDistrict((work) => listUpdates(work, { from, until }, { language, limit: MOST_UPDATES }));
      return { root: 'service_requests_updates', tree };
    }
    case 'token': {
      const matterId = await inDistrict((work) => read.findMatter(work));
      const row = matterId && (await inDistrict((work) => findServiceRequestOf(work, matterId)));
      return row ? one({ service_request_id: row.number, token: read.id }) : noSuch('noToken', read.id);
    }
    case 'post':
      return post(ways, asked, read, viewed);
  }
}

async function post(
  ways: Ways,
  { photos, idempotencyKey }: Open311Asked,
  { post: report, apiKey, isExtended }: Extract<Read, { kind: 'post' }>,
  viewed: ViewedIn,
): Promise<Told> {
  const client = apiKey && (await ways.as({ kind: 'public' }, noScope, (work) => findClient(work, apiKey)));
  if (!client) return { faults: [{ status: 403, fault: apiKey ? 'keyInvalid' : 'keyMissing' }] };
  if ('faults' in report) return report;
  const posted = await postReport(ways, { client, post: report.post, photos, idempotencyKey });
  if (!posted.ok) return { faults: [{ status: 400, refused: posted, value: report.post.addressId }] };
  const { receipt, token } = posted.value;
  const tree = {
    service_request_id: receipt.number,
    service_notice: noticeOf(posted.value, viewed),
    account_id: null,
    ...(isExtended ? { linli: { follow_code: receipt.code, follow_url: `${viewed.base}/follow`, token } } : {}),
  };
  return { root: 'service_requests', tree: [tree] };
}

/** What the console asks about the keys of Open311. */
export const opennessHandlers: Handlers<Context, typeof opennessRoutes> = {
  'GET /api/open311/clients': ({ inScope }) => inScope(async (work) => done({ clients: await listClients(work) })),

  'POST /api/open311/clients': async ({ inScope }, { body }) => {
    const made = await inScope((work) => makeClient(work, body));
    if (made.ok) return made;
    return atField(made.code === 'client.name_needed' ? 'name' : 'contact', made);
  },

  'POST /api/open311/clients/:id/revoke': ({ inScope }, { params }) =>
    inScope(async (work): Promise<Result<Record<string, never>>> => {
      const revoked = await revokeClient(work, params.id);
      return revoked.ok ? done({}) : revoked;
    }),
};
