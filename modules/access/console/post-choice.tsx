import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../ui/console/is-phone.ts';
import { PostName, type NamedPost } from './post-name.tsx';

type Props = {
  readonly posts: readonly (NamedPost & { readonly id: string })[];
  readonly chosen: string | null;
  readonly loading: boolean;
  readonly choose: (postId: string) => void;
};

/** My posts (岗位) to choose from; on a telephone a long one goes on in a second line. */
export function PostChoice({ posts, chosen, loading, choose }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  return (
    <Select
      aria-label={t('post.switch')}
      value={chosen}
      placeholder={t('post.choose')}
      loading={loading}
      popupMatchSelectWidth={isPhone}
      classNames={{ popup: { root: 'post-list' } }}
      options={posts.map(({ id, body, post }) => ({ value: id, label: <PostName body={body} post={post} /> }))}
      onChange={(postId) => postId !== null && choose(postId)}
    />
  );
}
