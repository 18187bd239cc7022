import type { Actor, Work } from '../../../platform/work.ts';
import type { Body } from '../../bodies/index.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { bodyRefOf } from '../store/body-ref.ts';
import { openMatter, type OpenMatter } from './open-matter.ts';

export type OpenByWorker = Pick<OpenMatter, 'commandId' | 'areaCode' | 'place' | 'title' | 'input'> & {
  readonly by: Extract<Actor, { kind: 'worker' }>;
  readonly keeper: Body;
};

/** Opens a matter in a worker's name (工作人员立项): whoever opens it is its first contact. Who may, the caller has asked; refuses as {@link openMatter}. */
export async function openByWorker(work: Work, procedure: Procedure, { by, keeper, ...face }: OpenByWorker) {
  return openMatter(work, {
    ...face,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    by,
    role: workerRoleOf(procedure),
    firstContact: { accountId: by.accountId, postId: by.postId, bodyId: by.bodyId },
    keeper: await bodyRefOf(work, keeper),
  });
}

const workerRoleOf = (procedure: Procedure): string =>
  procedure.opening.by.find((role) => procedure.roles[role]?.is === 'firstContact') ?? 'firstContact';
