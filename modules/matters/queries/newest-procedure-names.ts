import { newestProcedures } from '../rules/engine.ts';

/** Of these procedures, those that are opened at a desk, with their names and the posts that may (可登记的流程); in this order. */
export const newestProcedureNames = (ids: readonly string[]) =>
  ids.flatMap((wanted) => {
    const procedure = newestProcedures().find(({ id }) => id === wanted);
    const posts: readonly string[] | undefined = procedure?.opening.atDesk?.posts;
    return procedure && posts ? [{ id: wanted, name: { zh: procedure.zh, en: procedure.en }, posts }] : [];
  });
