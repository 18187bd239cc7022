import './words/index.ts';

export { areaKinds } from './contract/area.ts';
export type { Area, AreaKind, AreaStep, District, NewArea } from './contract/area.ts';
export { areaKindOf, computeAreaPath, communityOf, parentOf, subdistrictOf } from './rules/area-code.ts';
export { createDistrict } from './actions/create-district.ts';
export { createAreas } from './actions/create-areas.ts';
export { findDistrict } from './queries/find-district.ts';
export { listDistricts } from './queries/list-districts.ts';
export { listAreas } from './queries/list-areas.ts';
export { findArea } from './queries/find-area.ts';
export { getAreaPath } from './queries/get-area-path.ts';
export type { Outline, Point } from './contract/address.ts';
export { LocationView, gridRoutes } from './contract/grid-routes.ts';
export { locate, type Location, type Whereabouts } from './queries/locate.ts';
export { viewLocation } from './queries/view-location.ts';
export { getGridBook } from './queries/get-grid-book.ts';
export { drawTown, type Town, type TownCommunity } from './actions/draw-town.ts';
export { gridHandlers, type TileSource } from './routes/grids.ts';
