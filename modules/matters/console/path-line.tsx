import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterPage } from '../contract/views.ts';

const marks = { done: '✓', now: '●', next: '○' } as const;

/** The path (走到哪一步): the procedure as a short line with where we are; opens the published procedure. */
export function PathLine({ page }: { page: Pick<MatterPage, 'path' | 'procedure'> }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <nav aria-label={t('path.title')} className="path">
      <ol>
        {page.path.map(({ state, name, standing }, at) => (
          <li key={`${state} ${at}`} data-standing={standing} aria-current={standing === 'now' ? 'step' : undefined}>
            <span aria-hidden="true">{marks[standing]}</span> {say(name)}
            <span className="unseen">{t(`path.${standing}`)}</span>
          </li>
        ))}
      </ol>
      <Link to="/procedures/$id" params={{ id: page.procedure.id }}>
        {t('path.whole', { name: say(page.procedure.name) })}
      </Link>
    </nav>
  );
}
