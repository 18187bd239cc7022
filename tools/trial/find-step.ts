import type { Ask } from './ask.ts';

type Field = { readonly name: string; readonly optional: boolean; readonly options: readonly { value: string }[] };
type Page = { readonly steps: readonly { step: string; refusal: object | null; fields: readonly Field[] }[] };
export type FoundStep = { readonly name: string; readonly input: Record<string, string> };

/**
 * Finds which of some steps a person may take now (能办的一步), and fills in what it asks: what going up is called and asks changed
 * with the version of the procedure. A sentence or the first choice at each field that is not optional.
 */
export async function findStep(
  ask: Ask,
  {
    matterId,
    cookie,
    names,
  }: { readonly matterId: string; readonly cookie: string; readonly names: readonly string[] },
): Promise<FoundStep | undefined> {
  const { body } = await ask('GET', `/api/matters/${matterId}`, { cookie });
  const { steps = [] } = body as Partial<Page>;
  const found = steps.find(({ step, refusal }) => names.includes(step) && refusal === null);
  const asked = found?.fields.filter(({ optional }) => !optional) ?? [];
  const filled = asked.map(({ name, options }) => [
    name,
    options[0]?.value ?? '公共线路老化，社区没有维修权限，已请物业看过。',
  ]);
  return found && { name: found.step, input: Object.fromEntries(filled) as Record<string, string> };
}
