/** What may be filled into a starting text (可填事实): facts of the matter and of the body that answers, none about a person. */
export const slots = ['number', 'title', 'place', 'body', 'phone', 'today'] as const;
export type Slot = (typeof slots)[number];
export type SlotFacts = Readonly<Record<Slot, string>>;

const slot = /\{\{\s*([^{}]*?)\s*\}\}/g;
const gap = /\[\[[^[\]]*\]\]/;

/** The starting text with its slots filled in (范本填充); gaps such as `[[办了什么]]` stay for the person who answers. */
export const fillTemplate = (words: string, facts: SlotFacts): string =>
  words.replaceAll(slot, (whole, name: string) => (isSlot(name) ? facts[name] : whole));

/** The slots of a text that nothing can fill. */
export const strangeSlotsIn = (words: string): string[] =>
  [...words.matchAll(slot)].flatMap(([, name = '']) => (isSlot(name) ? [] : [name]));

/** Whether a gap of a starting text was left as it is. */
export const hasGap = (words: string): boolean => gap.test(words);

const isSlot = (name: string): name is Slot => (slots as readonly string[]).includes(name);
