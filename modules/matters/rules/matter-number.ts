/** Row by the digit before, column by the next one: no two rows or columns agree when digits change or swap. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/**
 * Computes the check digit of a matter number (事项编号) by Damm's table, so that every single wrong digit and every
 * swap of two neighbouring digits is noticed.
 *
 * @source H. M. Damm, Total anti-symmetrische Quasigruppen, 2004
 */
export function computeCheckDigit(digits: string): string {
  let rest = '0';
  for (const digit of digits) rest = (damm[Number(rest)] as string)[Number(digit)] as string;
  return rest;
}

/** `2611-00421-9`: year and month, running number of the month, check digit. */
export function formatMatterNumber(month: string, running: number): string {
  const digits = `${month}${String(running).padStart(5, '0')}`;
  return `${month}-${digits.slice(4)}-${computeCheckDigit(digits)}`;
}

/**
 * Reads a matter number as people type it: full-width digits, spaces, without dashes.
 *
 * @returns the number as it is stored, or undefined when it cannot be one
 */
export function readMatterNumber(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[^0-9]/g, '');
  if (digits.length < 10 || digits.length > 13) return undefined;
  if (!/^..(0[1-9]|1[0-2])/.test(digits)) return undefined;
  if (computeCheckDigit(digits.slice(0, -1)) !== digits.at(-1)) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, -1)}-${digits.at(-1)}`;
}
