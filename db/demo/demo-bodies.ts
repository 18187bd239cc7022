import type { DistrictPlan } from '../district/plan.ts';
import { areaKindOf, subdistrictOf } from '../../modules/territory/index.ts';
import { demoDistrict } from './demo-areas.ts';
import { departments } from './departments.ts';

type PlanArea = { code: string; nameZh: string; nameEn: string };
type PlanBody = DistrictPlan['bodies'][number];
type PlanLink = DistrictPlan['links'][number];

const district = String(demoDistrict.code);
const everyEighth = 8;

/** Invents the bodies of the demo district, each with a public number that no telephone network has. */
export function inventBodies(areas: readonly PlanArea[]): PlanBody[] {
  const of = (kind: string) => areas.filter(({ code }) => areaKindOf(code) === kind);
  const plain = [
    body('centre', 'districtCentre', '栖川区社区治理调度中心', 'Qichuan Community Governance Centre', district),
    ...departments.map(({ key, zh, en, duties }) => ({
      ...body(key, 'department', `栖川区${zh}`, `Qichuan ${en}`, district),
      duties: [...duties],
    })),
    ...of('subdistrict').flatMap(({ code, nameZh, nameEn }) => [
      body(`office-${code}`, 'subdistrictOffice', `${nameZh}办事处`, `${nameEn} Office`, code),
      body(`task-group-${code}`, 'taskGroup', `${nameZh}专项工作组`, `${nameEn} Task Group`, code),
    ]),
    ...of('community').flatMap(({ code, nameZh, nameEn }, index) => [
      body(`committee-${code}`, 'residentsCommittee', `${nameZh}居民委员会`, `${nameEn} Residents' Committee`, code),
      ...(index % everyEighth === 0
        ? [
            body(
              `property-${code}`,
              'propertyManager',
              `${nameZh.replace('社区', '')}物业服务有限公司`,
              `${nameEn.replace(' Community', '')} Property Services`,
              code,
            ),
          ]
        : []),
    ]),
  ];
  return plain.map((one, index) => ({ ...one, phonePublic: `0999-555-${String(index + 1).padStart(4, '0')}` }));
}

/** Links as sentences; the office guides the residents' committee and does not lead it. */
export function inventLinks(bodies: readonly PlanBody[]): PlanLink[] {
  const offices = bodies.filter(({ kind }) => kind === 'subdistrictOffice');
  return bodies.flatMap(({ key, kind, area }): PlanLink[] => {
    const subdistrict = subdistrictOf(area);
    const byKind: Partial<Record<PlanBody['kind'], readonly PlanLink[]>> = {
      districtCentre: bodies
        .filter((other) => other.kind === 'taskGroup')
        .map((other) => ({ from: key, kind: 'guides', to: other.key })),
      department: offices.map((office) => ({ from: key, kind: 'guides', to: office.key })),
      subdistrictOffice: [{ from: key, kind: 'leads', to: `task-group-${area}` }],
      residentsCommittee: [
        { from: `office-${subdistrict}`, kind: 'guides', to: key },
        { from: `task-group-${subdistrict}`, kind: 'assists', to: key },
      ],
      propertyManager: [
        { from: `committee-${area}`, kind: 'supervises', to: key },
        { from: key, kind: 'assists', to: `committee-${area}` },
      ],
    };
    return [...(byKind[kind] ?? [])];
  });
}

/** A body of the plan without telephone and duties, which others add. */
export const body = (key: string, kind: PlanBody['kind'], nameZh: string, nameEn: string, area: string): PlanBody => ({
  key,
  kind,
  nameZh,
  nameEn,
  area,
  phonePublic: null,
  duties: [],
});
