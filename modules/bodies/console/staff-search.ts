export type StaffSearch = { readonly area?: string };

/** Which area the page of posts shows, as its address says. */
export const readStaffSearch = (search: Readonly<Record<string, unknown>>): StaffSearch => {
  const given = search['area']; // the router reads digits as a number
  const area = typeof given === 'number' || typeof given === 'string' ? String(given) : '';
  return /^[0-9]{6,15}$/.test(area) ? { area } : {};
};
