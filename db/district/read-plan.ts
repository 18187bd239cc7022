import { checkPlan } from './check-plan.ts';
import type { PlanFault } from './plan-fault.ts';
import type { DistrictPlan } from './plan.ts';
import { districtPlan } from './plan.ts';

export type PlanReading =
  | { readonly ok: true; readonly plan: DistrictPlan }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

/** Reads a plan (区建置方案) from the text of its JSON file, and reports all faults of one kind together. */
export function readPlan(file: string, text: string): PlanReading {
  const read = readJson(file, text);
  return read.ok ? readPlanJson(file, read.json) : read;
}

/** Reads the text of a plan file as JSON. */
export function readJson(file: string, text: string) {
  try {
    return { ok: true as const, json: JSON.parse(text) as unknown };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false as const, faults: [{ code: 'notJson', values: { file, reason } }] };
  }
}

/** Checks a plan that was read as JSON. */
export function readPlanJson(file: string, json: unknown): PlanReading {
  const shaped = districtPlan.safeParse(json);
  if (!shaped.success) {
    const faults = shaped.error.issues.map(({ path, message }) => ({
      code: 'shape',
      values: { at: path.join('.') || file, reason: message },
    }));
    return { ok: false, faults };
  }
  const faults = checkPlan(shaped.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: shaped.data };
}
