import type { DistrictRows } from '../district/rows.ts';

const utilities = [
  { zh: '栖川区供水公司', en: 'Qichuan Water', contactZh: '韦清源', contactEn: 'Wei Qingyuan', login: 'water' },
  { zh: '栖川区供热公司', en: 'Qichuan Heating', contactZh: '符暖阳', contactEn: 'Fu Nuanyang', login: 'heating' },
] as const;

/**
 * Adds public utilities (公用事业单位) that are asked to do things from outside, each with the person who answers for it. Nobody signs
 * in there. The ids are a series of their own, so that all earlier ones stay as they are known.
 */
export function withUtilities(rows: DistrictRows): DistrictRows {
  const id = (part: number, index: number) => `01900000-0000-7000-8004-${part}${String(index + 1).padStart(11, '0')}`;
  const areaCode = String(rows.district.districtId);
  const made = utilities.map(({ zh, en, contactZh, contactEn, login }, index) => ({
    body: {
      id: id(1, index),
      kind: 'publicUtility' as const,
      nameZh: zh,
      nameEn: en,
      areaCode,
      phonePublic: `0999-558-000${index + 1}`,
      duties: [],
    },
    post: {
      id: id(2, index),
      bodyId: id(1, index),
      kind: 'unitContact' as const,
      nameZh: '对接人',
      nameEn: 'Contact',
      areaCode,
      isHead: true,
      tenure: 'appointed' as const,
      phonePublic: null,
      duty: '接收请办事项，反馈结果',
    },
    account: {
      id: id(3, index),
      login: `demo.${login}`,
      nameZh: contactZh,
      nameEn: contactEn,
      password: null,
      isDemo: true,
      mustChangePassword: false,
    },
    appointment: { id: id(4, index), postId: id(2, index), accountId: id(3, index), fromOn: '2026-01-05', toOn: null },
  }));
  return {
    ...rows,
    bodies: [...rows.bodies, ...made.map(({ body }) => body)],
    posts: [...rows.posts, ...made.map(({ post }) => post)],
    accounts: [...rows.accounts, ...made.map(({ account }) => account)],
    appointments: [...rows.appointments, ...made.map(({ appointment }) => appointment)],
  };
}
