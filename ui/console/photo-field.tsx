import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from './failure.ts';
import type { ControlProps } from './field.tsx';
import { useFailureWords } from './states.tsx';
import { uploadPhoto } from './upload-photo.ts';

/** A chosen photo on its way (`share` 0–1), arrived (`photoId`) or stopped (`failure`). */
export type ChosenPhoto = {
  readonly key: string;
  readonly file: File;
  readonly preview: string;
  readonly share: number;
  readonly photoId?: string;
  readonly failure?: Failure;
};

type Change = (photos: (before: readonly ChosenPhoto[]) => readonly ChosenPhoto[]) => void;
type Props = { control: ControlProps; photos: readonly ChosenPhoto[]; max: number; onChange: Change };

/** Photos of an answer: each is sent as soon as it is chosen; one that did not arrive can be sent again. */
export function PhotoField({ control, photos, max, onChange }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const send = (photo: ChosenPhoto) => {
    const change = (part: Partial<ChosenPhoto>) =>
      onChange((before) => before.map((other) => (other.key === photo.key ? { ...other, ...part } : other)));
    void uploadPhoto(photo.file, (share) => change({ share })).then(
      (photoId) => change({ photoId, share: 1 }),
      (thrown: unknown) => change({ failure: failureOf(thrown) }),
    );
  };
  const choose = (files: readonly File[]) => {
    const chosen = files.slice(0, max - photos.length).map(chosenOf);
    onChange((before) => [...before, ...chosen]);
    for (const photo of chosen) send(photo);
  };
  const again = (photo: ChosenPhoto) => {
    const { failure: _, ...fresh } = photo;
    onChange((before) => before.map((other) => (other.key === photo.key ? fresh : other)));
    send(fresh);
  };
  const remove = ({ key, preview }: ChosenPhoto) => {
    URL.revokeObjectURL(preview);
    onChange((before) => before.filter((other) => other.key !== key));
  };
  return (
    <div className="photos">
      {photos.map((photo) => (
        <Chosen key={photo.key} photo={photo} again={() => again(photo)} remove={() => remove(photo)} />
      ))}
      <input
        ref={input}
        id={control.id}
        aria-describedby={control['aria-describedby']}
        className="photo-input"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={t('photo.add')}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button disabled={photos.length >= max} onClick={() => input.current?.click()}>
        {t('photo.add')}
      </Button>
      <span className="hint">{t('photo.count', { n: photos.length, max })}</span>
    </div>
  );
}

const chosenOf = (file: File): ChosenPhoto => ({
  key: crypto.randomUUID(),
  file,
  preview: URL.createObjectURL(file),
  share: 0,
});

function Chosen({ photo, again, remove }: { photo: ChosenPhoto; again: () => void; remove: () => void }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  return (
    <div className="photo-chosen">
      <img src={photo.preview} alt={photo.file.name} />
      <div>
        {photo.photoId === undefined && !photo.failure && (
          <progress max={1} value={photo.share} aria-label={t('photo.sending')} />
        )}
        {photo.photoId !== undefined && <span>{t('photo.sent')}</span>}
        {photo.failure && (
          <span className="fault" role="alert">
            {words(photo.failure)}{' '}
            <Button size="small" onClick={again}>
              {t('photo.again')}
            </Button>
          </span>
        )}
      </div>
      <Button size="small" onClick={remove}>
        {t('photo.remove')}
      </Button>
    </div>
  );
}
