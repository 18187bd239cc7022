const MOST_VALUES = 100_000;
const MOST_LEVELS = 64;

/**
 * Says whether what came as JSON is of a size that a form has (合理大小), before anything looks at each of its values: a
 * list of half a million fits into a megabyte, and a thing in a thing ten thousand times deep fits into less.
 */
export function isModest(body: unknown): boolean {
  let left = MOST_VALUES;
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    left -= level.length;
    if (left < 0 || depth > MOST_LEVELS) return false;
    const below: unknown[] = [];
    for (const value of level)
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value)) if (below.push(inner) > left) return false;
    level = below;
  }
  return true;
}
