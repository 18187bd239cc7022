import './words/index.ts';

export { areaKinds } from './contract/area.ts';
export type { Area, AreaKind, AreaStep, District, GridMatch, NewArea } from './contract/area.ts';
export { areaKindOf, computeAreaPath, communityOf, parentOf, subdistrictOf } from './rules/area-code.ts';
export { createDistrict } from './actions/create-district.ts';
export { correctAreas } from './actions/correct-areas.ts';
export { createAreas } from './actions/create-areas.ts';
export { findDistrict } from './queries/find-district.ts';
export { listDistricts } from './queries/list-districts.ts';
export { listAreas } from './queries/list-areas.ts';
export { findArea } from './queries/find-area.ts';
export { getToday } from './queries/get-today.ts';
export { getAreaPath } from './queries/get-area-path.ts';
export { findGridByAddress } from './queries/find-grid-by-address.ts';
