import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../contract/views.ts';

/** The matters that this one is tied to (关联事项), and what the neighbours who joined in say of the answer. */
export function LinksCard({ page: { links, support } }: { page: Pick<MatterPage, 'links' | 'support'> }) {
  const { t } = useTranslation();
  if (links.length === 0 && support.joined === 0) return null;
  const { joined, confirmed, denied } = support;
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">{t('links.title')}</h2>
      {joined > 0 && <p>{t('links.joined', { count: joined })}</p>}
      {confirmed + denied > 0 && <p>{t('links.said', { confirmed, denied })}</p>}
      <ul className="links">
        {links.map(({ kind, isAhead, number, id, title }) => (
          <li key={`${kind} ${number}`}>
            {t(`links.${isAhead ? 'ahead' : 'behind'}.${kind}`)}{' '}
            {id === null ? (
              <span>
                {number} <span className="hint">{t('links.hidden')}</span>
              </span>
            ) : (
              <Link to="/matters/$id" params={{ id }}>
                {number} {title}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
