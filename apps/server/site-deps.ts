import { createHmac, timingSafeEqual } from 'node:crypto';
import { findBoard, openDoor, viewBoard } from '../../modules/bodies/index.ts';
import {
  drawProcedureAt,
  findPhoto,
  findProcedureView,
  listProcedures,
  findReceiptProof,
  listDigests,
  listDigestYears,
  findDraw,
  listDrawDays,
  storePhoto,
} from '../../modules/matters/index.ts';
import { describeOpenData, getDays, getFigures, openFile, readPeriod } from '../../modules/openness/index.ts';
import {
  checkReport,
  countPublications,
  findPublication,
  findRightChannels,
  followRequest,
  joinAndReceive,
  listAlike,
  listCommunities,
  listPublications,
  listRecentAnswers,
  objectAsReporter,
  proposeCategory,
  raiseAndReceive,
  reporterOf,
  rightChannels,
  residentRequest,
  senderOf,
  showCode,
  takeReporterStep,
} from '../../modules/requests/index.ts';
import {
  findArea,
  findDistrict,
  findEnded,
  getAreaMap,
  listOutlines,
  locate,
  viewLocation,
  type Whereabouts,
} from '../../modules/territory/index.ts';
import { done } from '../../platform/result.ts';
import {
  viewFieldFaults,
  viewRefusal,
  type Answer as Unsaid,
  type Refused as UnsaidRefusal,
} from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work.ts';
import type { Answer, PublicQuery, SiteDeps, WhichGrid } from '../site/deps.ts';
import { makeAlertsDeps } from './alerts-deps.ts';
import { messagesOf } from './site-messages.ts';
import { demoOpenKey } from './demo.ts';
import type { Ground } from './ground.ts';
import { disclosureDeps } from './disclosure-deps.ts';
import { publicWays } from './public-ways.ts';
import { receptionDeps } from './reception-deps.ts';
import { meetTrouble } from './trouble-watch.ts';
import { makeResidentDeps } from './resident-deps.ts';

/** Hands the site what it needs of the modules, each as the public or as the person who showed a code. */
export function makeSiteDeps(ground: Ground, tongues: SiteDeps['tongues']): SiteDeps {
  const { db, config, districtId, files, clock } = ground;
  const { as, asPublic, ways } = publicWays(ground);
  const messages = messagesOf(ground);
  const { what, photos } = residentRequest.opening.asks;
  const readSought = async ({ from, until, standing, ...query }: Omit<PublicQuery, 'after'>) => {
    const { timeZone = 'Asia/Shanghai' } = (await asPublic(findDistrict)) ?? {};
    const period = from || until ? readPeriod({ from, until }, clock(), timeZone) : undefined;
    if (period && !period.ok) return period;
    const { begins, ends } = period?.value ?? {};
    return done({ ...query, standing: asStanding(standing), from: begins, until: ends });
  };
  return {
    now: clock,
    meetTrouble: (error, log) => meetTrouble(ground, error, log),
    tongues,
    district: () =>
      asPublic(async (work) => {
        const district = await findDistrict(work);
        if (!district) throw new Error(`district ${districtId} was never set up`);
        return { name: { zh: district.nameZh, en: district.nameEn }, timeZone: district.timeZone };
      }),
    communities: () => asPublic(listCommunities),
    locatePlace: (community, place) =>
      asPublic((work) => locateGrid(work, { by: 'text', text: place, under: community || String(districtId) })),
    locatePoint: (point) => asPublic((work) => locateGrid(work, { by: 'point', point })),
    areaMap: (code) => asPublic((work) => getAreaMap(work, code)),
    findGrid: async (code) => {
      const area = await asPublic((work) => findArea(work, code));
      return area?.kind === 'grid' ? { code, name: { zh: area.nameZh, en: area.nameEn } } : undefined;
    },
    ended: (code) =>
      asPublic(async (work) => {
        const ended = await findEnded(work, code);
        return (
          ended && {
            name: { zh: ended.nameZh, en: ended.nameEn },
            on: ended.endedOn,
            now: { code: ended.heir.code, name: { zh: ended.heir.nameZh, en: ended.heir.nameEn } },
          }
        );
      }),
    board: (code) =>
      asPublic(async (work) => {
        const board = await findBoard(work, code);
        return board && viewBoard(code, board);
      }),
    findPlaces: (text) =>
      asPublic(async (work) => {
        const door = await openDoor(work, text);
        const paths = door.found ? [door.path] : door.candidates.map(({ path }) => path);
        return paths.map((path) => ({
          code: path.at(-1)?.code ?? '',
          path: path.map(({ nameZh, nameEn }) => ({ name: { zh: nameZh, en: nameEn } })),
        }));
      }),
    checkRaise: async (draft) => {
      const checked = await asPublic((work) => checkReport(work, draft));
      return checked.ok ? {} : viewFieldFaults(checked.faults);
    },
    raise: async (draft, fromAddress) => said(await raiseAndReceive(ways(), draft, senderOf(fromAddress, draft.phone))),
    findAlike: (draft) => asPublic((work) => listAlike(work, draft)),
    proposeCategory,
    join: async (joining, fromAddress) =>
      said(await joinAndReceive(ways(), joining, senderOf(fromAddress, joining.phone ?? ''))),
    storePhoto: async (bytes) =>
      said(await asPublic((work) => storePhoto(work, { bytes, maxBytes: config.photoBytes, files }))),
    showCode: async (number, code, address) =>
      said(await showCode(db, { districtId, number, code, address, now: clock() }, await ways().keys())),
    follow: (matterId) => followRequest(ways(), matterId),
    photo: (matterId, photoId) => {
      const { actor, scope } = reporterOf(matterId);
      return as(actor, scope, (work) => findPhoto(work, { matterId, photoId }, files));
    },
    takeStep: async (matterId, step, taken) => said(await takeReporterStep(ways(), { matterId, step, ...taken })),
    object: async (matterId, objection) => said(await objectAsReporter(ways(), { matterId, ...objection })),
    publicList: async ({ after, ...query }) => {
      const sought = await readSought(query);
      return sought.ok
        ? said(await asPublic((work) => listPublications(work, { ...sought.value, after, limit: 20 })))
        : said(sought);
    },
    publicCounts: async (query) => {
      const sought = await readSought(query);
      return said(sought.ok ? await asPublic((work) => countPublications(work, sought.value)) : sought);
    },
    outlines: async (under, kind) => {
      const { features } = await asPublic((work) => listOutlines(work, { under, kind }));
      return new Map(features.map(({ id, geometry }) => [id, geometry.coordinates]));
    },
    figures: async (ask) => said(await getFigures(ways(), ask)),
    days: async (ask) => said(await getDays(ways(), ask)),
    openFile: async (file, ask) => said(await openFile(ways(), file, ask)),
    describeOpenData: (base) =>
      asPublic(async (work) => {
        const district = await findDistrict(work);
        return describeOpenData(base, { zh: district?.nameZh ?? '', en: district?.nameEn ?? '' });
      }),
    openKey: config.mode === 'demo' ? demoOpenKey : null,
    publicRequest: (number) => asPublic((work) => findPublication(work, number)),
    recentAnswers: (ask) => asPublic((work) => listRecentAnswers(work, ask)),
    drawing: drawProcedureAt,
    procedures: () => asPublic((work) => listProcedures(work, { kind: 'public' })),
    procedure: (id) => asPublic((work) => findProcedureView(work, id, { kind: 'public' })),
    digests: (span) =>
      asPublic(async (work) => ({
        district: districtId,
        digests: await listDigests(work, span),
        years: await listDigestYears(work),
        drawDays: await listDrawDays(work),
      })),
    draw: (day) => asPublic((work) => findDraw(work, day)),
    proof: (matterId) => {
      const { actor, scope } = reporterOf(matterId);
      return as(actor, scope, (work) => findReceiptProof(work, matterId));
    },
    resident: makeResidentDeps(ground, said),
    alerts: makeAlertsDeps(ground, said),
    messages: { ...messages, choose: async (matterId, choice) => said(await messages.choose(matterId, choice)) },
    ...signer(config.secret),
    maxPhotoBytes: config.photoBytes,
    ...receptionDeps(publicWays(ground), said),
    ...disclosureDeps(ground, said),
    rightChannels,
    findRightChannels,
    opening: { whatMax: what?.kind === 'text' ? what.max : 0, photosMax: photos?.kind === 'photos' ? photos.max : 0 },
  };
}

/** The grids in which a place or a point may lie, each once, in words by which a person tells them apart. */
async function locateGrid(work: Work, asked: Whereabouts): Promise<WhichGrid> {
  const located = await locate(work, asked);
  if (!located.ok) return { found: null, asks: null, reason: null, candidates: [] };
  const { place, reason, message, candidates } = viewLocation(located.value);
  const isWide = asked.by !== 'text' || asked.under.length < 12;
  const grids = new Map(
    candidates.flatMap(({ grid, address, path }) => {
      if (!grid) return [];
      const community = isWide ? path.find(({ kind }) => kind === 'community') : undefined;
      const words = (language: 'zh' | 'en') =>
        tellApart([address?.label, grid.name[language], community?.name[language]]);
      return [[grid.code, { grid: grid.code, label: { zh: words('zh'), en: words('en') } }] as const];
    }),
  );
  const asks = reason === 'ambiguous' && message ? { code: 'locate.ambiguous', message } : null;
  return { found: place?.grid?.code ?? null, asks, reason, candidates: [...grids.values()] };
}

/** Names from the nearest to the widest, without one that stands in another. */
const tellApart = (names: readonly (string | undefined)[]): string => {
  const said = names.filter((name) => name !== undefined);
  return said
    .filter(
      (name, at) =>
        !said.some((other, where) => where !== at && other.includes(name) && (other !== name || where < at)),
    )
    .join(' · ');
};

/** Standings that the list knows; another says nothing. */
const asStanding = (text: string | undefined) =>
  (['open', 'answered', 'settled'] as const).find((standing) => standing === text);

const said = <T>(answer: Unsaid<T>): Answer<T> => (answer.ok ? answer : sayRefused(answer));

function sayRefused(refused: UnsaidRefusal) {
  const { fields, changedSince, ...view } = viewRefusal(refused) as ReturnType<typeof viewRefusal> & {
    changedSince?: never[];
  };
  return {
    ok: false as const,
    ...view,
    ...(refused.details ? { details: refused.details } : {}),
    ...(fields ? { fields } : {}),
    ...(changedSince ? { changedSince } : {}),
  };
}

/** Signs the text of a cookie, so that nobody can name a matter they were not shown. */
function signer(secret: string): Pick<SiteDeps, 'sign' | 'unsign'> {
  const mark = (text: string): string => createHmac('sha256', `site cookie ${secret}`).update(text).digest('base64url');
  return {
    sign: (text) => `${Buffer.from(text).toString('base64url')}.${mark(text)}`,
    unsign: (signed) => {
      const [body = '', given = ''] = signed.split('.');
      const text = Buffer.from(body, 'base64url').toString();
      const [a, b] = [Buffer.from(given), Buffer.from(mark(text))];
      return a.length === b.length && timingSafeEqual(a, b) ? text : undefined;
    },
  };
}
