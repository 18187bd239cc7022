import { useTranslation } from 'react-i18next';
import type { EntryView } from '../contract/views.ts';

type Props = { readonly matterId: string; readonly photos: EntryView['photos'] };

/** Photos of a matter in a row; each opens whole in a tab of its own. */
export function PhotoStrip({ matterId, photos }: Props) {
  const { t } = useTranslation();
  if (photos.length === 0) return null;
  return (
    <ul className="photo-strip">
      {photos.map(({ id, width, height }, at) => {
        const address = `/api/matters/${matterId}/photos/${id}`;
        return (
          <li key={id}>
            <a href={address} target="_blank" rel="noreferrer">
              <img
                src={address}
                width={width}
                height={height}
                loading="lazy"
                alt={t('photo.alt', { n: at + 1, of: photos.length })}
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
