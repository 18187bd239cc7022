import type { Procedure, Role, Step } from './define-procedure.ts';

/** Roles and steps that a later decision adds, and the date of it, `YYYY-MM-DD`. */
export type Amendment = {
  readonly amendedOn: string;
  readonly roles: Readonly<Record<string, Role>>;
  readonly steps: Readonly<Record<string, Step>>;
};

/**
 * Adds to a published version that matters still run out under (补充规定). It only adds: whatever was published stays as it was, and
 * no state, limit, opening or publication can be touched.
 *
 * @throws when a role or step of that name is there already: to change it takes a new version
 */
export function amendProcedure(published: Procedure, { amendedOn, roles, steps }: Amendment): Procedure {
  const taken = [
    ...Object.keys(roles).filter((name) => name in published.roles),
    ...Object.keys(steps).filter((name) => name in published.steps),
  ];
  if (taken.length > 0)
    throw new Error(
      `${published.id}@${published.version} has ${taken.join(', ')} already: give it a new version instead`,
    );
  return {
    ...published,
    amendedOn,
    roles: { ...published.roles, ...roles },
    steps: { ...published.steps, ...steps },
  };
}
