/** Columns shared by the heading and the rows on wide screens. */
export function rowGrid(showsRevenue: boolean): string {
  return showsRevenue
    ? "lg:grid-cols-[6.5rem_8.5rem_minmax(0,2fr)_minmax(0,3fr)_8rem_4.5rem_7rem_5rem]"
    : "lg:grid-cols-[6.5rem_8.5rem_minmax(0,2fr)_minmax(0,3fr)_8rem_4.5rem_5rem]";
}
