export type StaffSearch = { readonly area?: string };

/** Which area the page of posts shows, as its address says. */
export const readStaffSearch = (search: Readonly<Record<string, unknown>>): StaffSearch => {
  const area = String(search['area'] ?? '');
  return /^[0-9]{6,15}$/.test(area) ? { area } : {};
};
