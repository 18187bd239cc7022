export type NamedPost = { readonly body: string; readonly post: string };

/** A post with its body (岗位名): where there is no room the body is cut or left to the title, so that two posts in one body stay apart. */
export function PostName({ body, post }: NamedPost) {
  return (
    <span className="post-name" title={`${body} · ${post}`}>
      <span>{body}</span>
      <span> · </span>
      <span>{post}</span>
    </span>
  );
}
