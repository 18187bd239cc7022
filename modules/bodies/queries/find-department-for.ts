import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { loadDepartmentFor } from '../store/body-store.ts';

/** Finds the department (区级部门) whose duties name a category of requests. */
export const findDepartmentFor = (work: Work, category: string): Promise<Body | undefined> =>
  loadDepartmentFor(work, category);
