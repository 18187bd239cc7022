import { text } from '../../matters/index.ts';

/** No law names the length: the district chose it (本区设定). */
export const chosenHere = (zh: string, en: string) =>
  ({
    zh: `${zh}；时长为本区设定`,
    en: `${en}; length set by this district`,
    kind: 'localSetting',
    since: '2026-11-01',
  }) as const;

export const reason = text({ zh: '理由', en: 'Reason' }, { min: 5, max: 500 });
export const progress = text({ zh: '进展', en: 'Progress' }, { min: 2, max: 1000 });
/** Something that is done, where it can be seen. */
export const shownBy = text({ zh: '看得见的凭据', en: 'What shows it' }, { min: 2, max: 300 });
export const cause = text({ zh: '为什么办不了', en: 'Why it cannot be done' }, { min: 10, max: 1000 });
export const measure = text({ zh: '下一步措施', en: 'What will be done next' }, { min: 5, max: 1000 });
