const numerals = '一二三四五六七八九十';

type Named = { readonly nameZh: string; readonly nameEn: string };

/** Proposes a name for a new grid of a community (新网格名称): the next number that no grid of it has in its name. */
export function nextGridName(community: Named, grids: readonly Named[]): Named {
  const base = community.nameEn.replace(/ Community$/, '');
  const named = (n: number) => ({
    nameZh: `${community.nameZh}第${numerals[n - 1] ?? n}网格`,
    nameEn: `${base} Grid ${n}`,
  });
  let n = grids.length + 1;
  const isTaken = ({ nameZh, nameEn }: Named) => grids.some((one) => one.nameZh === nameZh || one.nameEn === nameEn);
  while (isTaken(named(n))) n += 1;
  return named(n);
}
