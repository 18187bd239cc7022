import type { Category } from '../contract/category.ts';

/** What a request is about, as rulings on it are found again (事由); empty for the rest, whose kinds have nothing in common. */
export const subjectOf = (category: Category): string => (category === 'other' ? '' : category);
