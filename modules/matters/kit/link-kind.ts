/**
 * How one matter leads to another (事项关联). With the first three the matter ends, and whoever asked in it joins in the
 * other. A part lives on; a task was opened by a step of the other (交办); a matter takes up others to look at them
 * together (列入研究), as a meeting or a root-cause item does.
 */
export type LinkKind = 'duplicateOf' | 'mergedInto' | 'supports' | 'partOf' | 'taskOf' | 'takesUp';

/** Whether a matter with such a link ends, and its asker joins in the other. */
export const joinsIn = (kind: LinkKind): boolean =>
  kind === 'duplicateOf' || kind === 'mergedInto' || kind === 'supports';
