import { createHmac, timingSafeEqual } from 'node:crypto';
import { findBoard, openDoor, viewBoard } from '../../modules/bodies/index.ts';
import {
  findPhoto,
  findProcedureView,
  listProcedures,
  findReceiptProof,
  listDigests,
  listDigestYears,
  storePhoto,
} from '../../modules/matters/index.ts';
import {
  checkReport,
  findPublication,
  findRightChannels,
  followRequest,
  listCommunities,
  listPublications,
  listRecentAnswers,
  raiseAndReceive,
  reporterOf,
  rightChannels,
  residentRequest,
  showCode,
  takeReporterStep,
} from '../../modules/requests/index.ts';
import { findDistrict } from '../../modules/territory/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Context } from '../../platform/http/context.ts';
import {
  viewFieldFaults,
  viewRefusal,
  type Answer as Unsaid,
  type Refused as UnsaidRefusal,
} from '../../platform/http/serve.ts';
import { noScope, type Work } from '../../platform/work.ts';
import type { Answer, SiteDeps } from '../site/deps.ts';
import type { Ground } from './ground.ts';

/** Hands the site what it needs of the modules, each as the public or as the person who showed a code. */
export function makeSiteDeps(ground: Ground): SiteDeps {
  const { db, config, districtId, files, clock } = ground;
  const as: Context['as'] = (actor, scope, run) => inTransaction(db, { districtId, actor, scope, now: clock() }, run);
  const asPublic = <T>(run: (work: Work) => Promise<T>): Promise<T> => as({ kind: 'public' }, noScope, run);
  const ways = () => ({
    db,
    districtId,
    files,
    as,
    inScope: asPublic,
    keys: () => districtKeys(db, districtId, config.secret),
    now: clock(),
    maxPhotoBytes: config.photoBytes,
  });
  const { what, photos } = residentRequest.opening.asks;
  return {
    now: clock,
    district: () =>
      asPublic(async (work) => {
        const district = await findDistrict(work);
        if (!district) throw new Error(`district ${districtId} was never set up`);
        return { name: { zh: district.nameZh, en: district.nameEn }, timeZone: district.timeZone };
      }),
    communities: () => asPublic(listCommunities),
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
    raise: async (draft) => said(await raiseAndReceive(ways(), draft)),
    storePhoto: async (bytes) =>
      said(await asPublic((work) => storePhoto(work, { bytes, maxBytes: config.photoBytes, files }))),
    showCode: async (number, code) =>
      said(await showCode(db, { districtId, number, code, now: clock() }, await ways().keys())),
    follow: (matterId) => followRequest(ways(), matterId),
    photo: (matterId, photoId) => {
      const { actor, scope } = reporterOf(matterId);
      return as(actor, scope, (work) => findPhoto(work, { matterId, photoId }, files));
    },
    takeStep: async (matterId, step, taken) => said(await takeReporterStep(ways(), { matterId, step, ...taken })),
    publicList: async (query) => said(await asPublic((work) => listPublications(work, { ...query, limit: 20 }))),
    publicRequest: (number) => asPublic((work) => findPublication(work, number)),
    recentAnswers: () => asPublic((work) => listRecentAnswers(work, 6)),
    procedures: async () => listProcedures({ kind: 'public' }),
    procedure: async (id) => findProcedureView(id, { kind: 'public' }),
    digests: (span) =>
      asPublic(async (work) => ({
        district: districtId,
        digests: await listDigests(work, span),
        years: await listDigestYears(work),
      })),
    proof: (matterId) => {
      const { actor, scope } = reporterOf(matterId);
      return as(actor, scope, (work) => findReceiptProof(work, matterId));
    },
    ...signer(config.secret),
    maxPhotoBytes: config.photoBytes,
    rightChannels,
    findRightChannels,
    opening: { whatMax: what?.kind === 'text' ? what.max : 0, photosMax: photos?.kind === 'photos' ? photos.max : 0 },
  };
}

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
