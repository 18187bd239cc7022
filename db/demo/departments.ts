import type { Name } from './names.ts';

export type Department = Name & { readonly key: string; readonly duties: readonly string[] };

/** The invented district's departments; together they answer for every category of requests. */
export const departments: readonly Department[] = [
  { key: 'city-management', zh: '城市管理局', en: 'City Management Bureau', duties: ['lighting', 'waste'] },
  { key: 'housing', zh: '住房和城乡建设局', en: 'Housing and Construction Bureau', duties: ['building', 'heating'] },
  { key: 'property', zh: '物业管理服务中心', en: 'Property Management Service Centre', duties: ['property'] },
  { key: 'water', zh: '水务局', en: 'Water Bureau', duties: ['water'] },
  { key: 'power', zh: '供用电服务中心', en: 'Power Supply Service Centre', duties: ['power'] },
  { key: 'gas', zh: '燃气管理办公室', en: 'Gas Office', duties: ['gas'] },
  { key: 'transport', zh: '交通运输局', en: 'Transport Bureau', duties: ['road'] },
  { key: 'environment', zh: '生态环境局', en: 'Environment Bureau', duties: ['noise'] },
  { key: 'fire', zh: '消防救援大队', en: 'Fire and Rescue Brigade', duties: ['safety'] },
  { key: 'greening', zh: '园林绿化局', en: 'Parks and Greening Bureau', duties: ['greening'] },
  { key: 'civil-affairs', zh: '民政局', en: 'Civil Affairs Bureau', duties: ['elderly', 'welfare'] },
  { key: 'public-services', zh: '政务服务局', en: 'Public Services Bureau', duties: ['other'] },
];
