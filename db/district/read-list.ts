import { listDivisionsOf } from '../../modules/territory/index.ts';
import type { Work } from '../../platform/work.ts';
import { mergeWithList, planFromList } from './expand-plan.ts';
import type { PlanFault } from './plan-fault.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a plan file takes its areas from the national list: `"fromDivisions": true` in its district. */
export const takesFromList = (json: unknown): json is { district: Json } & Json =>
  isJson(json) && isJson(json['district']) && json['district']['fromDivisions'] === true;

/**
 * Fills a plan file with what the national list has of its district (按全国区划补齐方案); the file's own parts stand.
 *
 * @returns the whole plan as the file would have it; or the fault `notInList`: the list was not imported, or has no such
 *   district
 */
export async function fillFromList(work: Work, json: { district: Json } & Json): Promise<Json | PlanFault> {
  const { fromDivisions: _, ...district } = json.district;
  const code = String(district['code']);
  const divisions = /^[1-9][0-9]{5}$/.test(code) ? await listDivisionsOf(work, code) : [];
  if (divisions[0]?.code !== code) return { code: 'notInList', values: { what: code } };
  const list = planFromList(divisions);
  const lists = (name: string) => (Array.isArray(json[name]) ? (json[name] as object[]).filter(isJson) : []);
  const own = { areas: lists('areas'), bodies: lists('bodies'), links: lists('links'), posts: lists('posts') };
  return {
    ...json,
    district: { ...list.names, ...district },
    people: json['people'] ?? [],
    ...mergeWithList(own, list),
  };
}
