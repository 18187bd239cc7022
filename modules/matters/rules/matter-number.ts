/**
 * Computes the check digit of a matter number (事项编号) by ISO 7064 MOD 11,10, so that one wrong or two swapped
 * digits are noticed.
 */
export function computeCheckDigit(digits: string): string {
  let rest = 10;
  for (const digit of digits) {
    const sum = (rest + Number(digit)) % 10 || 10;
    rest = (sum * 2) % 11;
  }
  return String((11 - rest) % 10);
}

/** `2611-00421-7`: year and month, running number of the month, check digit. */
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
  if (computeCheckDigit(digits.slice(0, -1)) !== digits.at(-1)) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, -1)}-${digits.at(-1)}`;
}
