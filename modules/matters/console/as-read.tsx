import { useTranslation } from 'react-i18next';
import { fillTemplate, slots, type SlotFacts } from '../contract/fill-template.ts';

/** A starting text as a resident will read it (范本预览): its slots filled by an example. */
export function AsRead({ words }: { words: string }) {
  const { t } = useTranslation();
  const facts = Object.fromEntries(slots.map((slot) => [slot, t(`templates.example.${slot}`)])) as SlotFacts;
  return <blockquote className="as-written">{fillTemplate(words, facts)}</blockquote>;
}
