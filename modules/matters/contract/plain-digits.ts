/** A number as it was typed, with full-width digits (全角数字) as plain ones. */
export const plainDigits = (typed: string): string => typed.normalize('NFKC').trim();
