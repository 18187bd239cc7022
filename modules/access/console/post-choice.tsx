import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly posts: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | null;
  readonly loading: boolean;
  readonly choose: (postId: string) => void;
};

/** My posts (岗位) to choose from. */
export function PostChoice({ posts, chosen, loading, choose }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('post.switch')}
      value={chosen}
      placeholder={t('post.choose')}
      loading={loading}
      popupMatchSelectWidth={false}
      classNames={{ popup: { root: 'post-popup' } }}
      options={[...posts]}
      onChange={(postId) => postId !== null && choose(postId)}
    />
  );
}
