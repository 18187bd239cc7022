import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/console/index.ts';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field, focusFirstFault } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { PhotoField } from '../../../ui/console/photo-field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { behalves } from '../contract/behalf.ts';
import { categories } from '../contract/category.ts';
import { call } from './api.ts';
import { CommunityChoice } from './community-choice.tsx';
import { staffChannels } from '../contract/category.ts';
import { emptyRegistration, type Registered, type Registration } from './registration.ts';

const WHAT_MIN = 4;
const WHAT_MAX = 5_000;
const PHOTOS_MAX = 4;

/** The form of the counter, the telephone, the doorstep and letters; the server's faults come back at their fields. */
export function RegisterForm({ done }: { done: (registered: Registered) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { post } = useMe();
  const [written, setWritten] = useState<Registration>({
    ...emptyRegistration,
    community: post?.community ?? undefined,
  });
  const commandId = useRef(crypto.randomUUID());
  const set = (part: Partial<Registration>) => setWritten((before) => ({ ...before, ...part }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call('POST /api/requests', {
        body: {
          ...written,
          commandId: commandId.current,
          community: written.community ?? '',
          photos: written.photos.flatMap(({ photoId }) => photoId ?? []),
        },
      }),
    onSuccess: (receipt) => {
      done({ receipt, what: written.what });
      void client.invalidateQueries({ queryKey: ['matters'] });
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind === 'refused') commandId.current = crypto.randomUUID();
    },
  });
  const failure = error ? failureOf(error) : undefined;
  const length = [...written.what.trim()].length;
  const missing: Partial<Record<keyof Registration, string>> = {
    ...(length === 0
      ? { what: t('form.missing') }
      : length < WHAT_MIN
        ? { what: t('form.tooShort', { min: WHAT_MIN }) }
        : {}),
    ...(length > WHAT_MAX ? { what: t('form.tooLong', { max: WHAT_MAX }) } : {}),
    ...(written.community === undefined ? { community: t('form.missing') } : {}),
    ...(written.place.trim() === '' ? { place: t('form.missing') } : {}),
    ...(written.photos.some(({ photoId }) => photoId === undefined) ? { photos: t('form.photosNotSent') } : {}),
  };
  const faultOf = (name: keyof Registration) => {
    const said = failure?.fields[name];
    return said ? say(said.message) : tried ? missing[name] : undefined;
  };
  useEffect(() => {
    if (error) focusFirstFault(form.current);
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) setTimeout(() => focusFirstFault(form.current));
    else if (!isPending) mutate();
  };

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.current?.requestSubmit()}
    >
      <Field label={t('request.channel')} group fault={faultOf('channel')}>
        {() => (
          <Radio.Group
            value={written.channel}
            options={staffChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            onChange={({ target }) => set({ channel: target.value as Registration['channel'] })}
          />
        )}
      </Field>
      <Field label={t('register.what')} hint={t('form.count', { n: length, max: WHAT_MAX })} fault={faultOf('what')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={written.what}
            onChange={({ target }) => set({ what: target.value })}
          />
        )}
      </Field>
      <Field label={t('photo.title')} optional group fault={faultOf('photos')}>
        {(control) => (
          <PhotoField
            control={control}
            max={PHOTOS_MAX}
            photos={written.photos}
            onChange={(change) => setWritten((before) => ({ ...before, photos: change(before.photos) }))}
          />
        )}
      </Field>
      <Field label={t('matter.community')} fault={faultOf('community')}>
        {(control) => (
          <CommunityChoice
            any={false}
            control={control}
            value={written.community}
            onChange={(community) => set({ community })}
          />
        )}
      </Field>
      <Field label={t('register.place')} hint={t('register.placeAbout')} fault={faultOf('place')}>
        {(control) => (
          <Input {...control} value={written.place} onChange={({ target }) => set({ place: target.value })} />
        )}
      </Field>
      <Field label={t('request.category')} fault={faultOf('category')}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={written.category}
            options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(category) => set({ category })}
          />
        )}
      </Field>
      <Field label={t('request.behalf')} fault={faultOf('behalf')}>
        {(control) => (
          <Select
            {...control}
            value={written.behalf}
            options={behalves.map((value) => ({ value, label: t(`behalf.${value}`) }))}
            onChange={(behalf) => set({ behalf })}
          />
        )}
      </Field>
      <Field label={t('register.phone')} optional hint={t('register.phoneAbout')} fault={faultOf('phone')}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            autoComplete="off"
            value={written.phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
        )}
      </Field>
      <Field label={t('register.public')} group hint={t('register.publicAbout')} fault={faultOf('wantsPublic')}>
        {() => (
          <Checkbox checked={written.wantsPublic} onChange={({ target }) => set({ wantsPublic: target.checked })}>
            {t('register.publicYes')}
          </Checkbox>
        )}
      </Field>
      <Field
        label={t('request.confidence')}
        group
        hint={t('register.confidentialAbout')}
        fault={faultOf('confidential')}
      >
        {() => (
          <Checkbox checked={written.confidential} onChange={({ target }) => set({ confidential: target.checked })}>
            {t('register.confidentialYes')}
          </Checkbox>
        )}
      </Field>
      <FailureLine failure={failure} />
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={isPending}>
          {t('register.send')}
        </Button>
      </div>
    </form>
  );
}
