import type { Asker, BodyRef } from '../../modules/matters/index.ts';
import type { Category } from '../../modules/requests/index.ts';
import type { BodyKind, PostKind } from '../../modules/bodies/index.ts';
import { areaKindOf, communityOf, subdistrictOf } from '../../modules/territory/index.ts';
import type { DistrictRows } from '../district/rows.ts';

export type Worker = Extract<Asker, { kind: 'worker' }>;
/** A body with its head and whoever does the daily work there. */
export type CastBody = { readonly ref: BodyRef; readonly head: Worker; readonly worker: Worker };
export type CastGrid = { readonly code: string; readonly estates: readonly string[]; readonly worker: Worker };
export type CastCommunity = {
  readonly code: string;
  readonly street: string;
  readonly grids: readonly CastGrid[];
  readonly committee: CastBody;
  readonly neighbour: CastBody;
  readonly property: CastBody | null;
  readonly taskGroup: CastBody;
};
/** Everybody who plays a part in the invented month. */
export type Cast = {
  readonly communities: readonly CastCommunity[];
  readonly centre: CastBody;
  readonly departmentFor: (category: Category) => CastBody;
};

/** Bodies of other kinds handle no matters. */
const dailyWorkOf: Readonly<Partial<Record<BodyKind, PostKind>>> = {
  residentsCommittee: 'communityClerk',
  propertyManager: 'propertyClerk',
  taskGroup: 'taskGroupLiaison',
  subdistrictOffice: 'officeClerk',
  department: 'departmentClerk',
  districtCentre: 'dispatchClerk',
};

/** Casts the people of the demo district in the parts of a matter's way; posts made earlier come first. */
export function castDistrict(rows: DistrictRows): Cast {
  const holders = new Map(rows.appointments.map(({ postId, accountId }) => [postId, accountId]));
  const workersOf = Map.groupBy(
    rows.posts.flatMap(({ id, bodyId, kind, isHead, areaCode }) => {
      const accountId = holders.get(id);
      return accountId
        ? [{ kind, areaCode, asker: { kind: 'worker', accountId, postId: id, bodyId, isHead } as const }]
        : [];
    }),
    ({ asker }) => asker.bodyId,
  );
  const handling = rows.bodies.filter(({ kind }) => dailyWorkOf[kind] !== undefined);
  const bodies = handling.map(({ id, kind, areaCode, duties }) => {
    const workers = workersOf.get(id) ?? [];
    const head = known(workers.find(({ asker }) => asker.isHead)).asker;
    const daily = known(workers.find((one) => one.kind === dailyWorkOf[kind] && !one.asker.isHead)).asker;
    return {
      areaCode,
      duties,
      cast: { ref: { bodyId: id, kind, headAccountId: head.accountId }, head, worker: daily },
    };
  });
  const bodyOf = (kind: BodyKind, areaCode: string) =>
    bodies.find((body) => body.cast.ref.kind === kind && body.areaCode === areaCode)?.cast;
  const gridsOf = Map.groupBy(
    rows.areas.filter(({ code }) => areaKindOf(code) === 'grid'),
    ({ code }) => communityOf(code),
  );
  const codes = rows.areas.map(({ code }) => code).filter((code) => areaKindOf(code) === 'community');

  return {
    centre: known(bodies.find(({ cast }) => cast.ref.kind === 'districtCentre')).cast,
    departmentFor: (category) => known(bodies.find(({ duties }) => duties.includes(category))).cast,
    communities: codes.map((code) => {
      const grids = gridsOf.get(code) ?? [];
      const committee = known(bodyOf('residentsCommittee', code));
      const addresses = grids.flatMap((grid) => grid.addresses ?? []);
      const street = known(addresses.find((address, at) => addresses.indexOf(address) !== at));
      return {
        code,
        street,
        grids: grids.map((grid) => ({
          code: grid.code,
          estates: (grid.addresses ?? []).filter((address) => address !== street),
          worker: known(workersOf.get(committee.ref.bodyId)?.find(({ areaCode }) => areaCode === grid.code)).asker,
        })),
        committee,
        neighbour: known(bodyOf('residentsCommittee', neighbourOf(codes, code))),
        property: bodyOf('propertyManager', code) ?? null,
        taskGroup: known(bodyOf('taskGroup', code.slice(0, 9))),
      };
    }),
  };
}

/** Communities of a sub-district are neighbours two by two; where one is left over, it has the one before it. */
function neighbourOf(codes: readonly string[], code: string): string {
  const around = codes.filter((other) => subdistrictOf(other) === subdistrictOf(code));
  const at = around.indexOf(code);
  return known((at % 2 === 0 ? around[at + 1] : undefined) ?? around[at - 1]);
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The demo district lacks a part that the invented month needs');
  return found;
}
