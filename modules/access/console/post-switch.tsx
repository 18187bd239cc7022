import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { Me, SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { useMe } from './session.ts';

/** In which of my posts (岗位) I act; with only one it is just said. */
export function PostSwitch({ enter }: { enter: (who: SignedIn) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const me = useMe();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (postId: string) => call('POST /api/session/post', { body: { postId } }),
    onSuccess: (who) => enter(who),
  });
  const nameOf = (post: NonNullable<Me['post']>) => {
    const name = `${say(post.body)} · ${say(post.name)}`;
    return post.deputyFor ? t('post.standIn', { name, holder: say(post.deputyFor) }) : name;
  };
  if (me.posts.length === 0 || (me.posts.length === 1 && me.post))
    return <span>{me.post ? nameOf(me.post) : t('post.none')}</span>;
  return (
    <>
      <Select
        aria-label={t('post.switch')}
        value={me.post?.id ?? null}
        placeholder={t('post.choose')}
        loading={isPending}
        popupMatchSelectWidth={false}
        options={me.posts.map((post) => ({ value: post.id, label: nameOf(post) }))}
        onChange={(postId) => postId !== null && mutate(postId)}
      />
      <FailureLine failure={error ? failureOf(error) : undefined} />
    </>
  );
}
