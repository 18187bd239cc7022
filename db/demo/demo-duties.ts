import { categories, type NewDutyLine } from '../../modules/requests/index.ts';
import type { DistrictRows } from '../district/rows.ts';
import { demoDistrict } from './demo-areas.ts';

/** Days that each kind may take by the invented plan of duties; a week where it names none. */
const limits: Readonly<Partial<Record<string, number>>> = {
  gas: 1,
  power: 1,
  water: 2,
  heating: 2,
  safety: 2,
  lighting: 3,
  noise: 3,
};

/** Computes the duty matrix of the demo district (职责分工): one line for the whole district and each kind. */
export function computeDemoDuties({ bodies }: DistrictRows): NewDutyLine[] {
  return categories.flatMap((category, index) => {
    const department = bodies.find(({ duties }) => duties.includes(category));
    if (!department) return [];
    return [
      {
        id: `01900000-0000-7000-8003-${index.toString(16).padStart(12, '0')}`,
        category,
        areaCode: String(demoDistrict.code),
        bodyId: department.id,
        limitWorkingDays: limits[category] ?? 5,
        fromOn: '2026-01-01',
        source: '栖川区社区治理职责分工方案（示例）',
        reason: '',
        ruling: null,
      },
    ];
  });
}
