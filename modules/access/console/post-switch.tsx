import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { Me, SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { PostName, type NamedPost } from './post-name.tsx';
import { useMe } from './session.ts';

/** Few people have several posts: the list of choices is only loaded for them. */
const PostChoice = lazy(async () => ({ default: (await import('./post-choice.tsx')).PostChoice }));

/** In which of my posts (岗位) I act; with only one it is just said. */
export function PostSwitch({ enter }: { enter: (who: SignedIn) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const me = useMe();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (postId: string) => call('POST /api/session/post', { body: { postId } }),
    onSuccess: (who) => enter(who),
  });
  const nameOf = ({ body, name, deputyFor }: NonNullable<Me['post']>): NamedPost => ({
    body: say(body),
    post: deputyFor ? t('post.standIn', { name: say(name), holder: say(deputyFor) }) : say(name),
  });
  if (me.posts.length === 0 || (me.posts.length === 1 && me.post))
    return <span className="only-post">{me.post ? <PostName {...nameOf(me.post)} /> : t('post.none')}</span>;
  return (
    <>
      <Suspense fallback={me.post && <PostName {...nameOf(me.post)} />}>
        <PostChoice
          posts={me.posts.map((post) => ({ id: post.id, ...nameOf(post) }))}
          chosen={me.post?.id ?? null}
          loading={isPending}
          choose={mutate}
        />
      </Suspense>
      <FailureLine failure={error ? failureOf(error) : undefined} />
    </>
  );
}
