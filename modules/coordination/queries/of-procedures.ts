import { sql, type RawBuilder } from 'kysely';

/**
 * Matters of some institutions (按流程找事项), as a condition on `matters.matters`: never residents' requests, which are most of all matters;
 * the others have an index of their own, which is used only where that is said.
 */
export const ofProcedures = (...ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(procedure_id in (${sql.join(ids)}) and procedure_id <> 'resident-request')`;
