/** @import { Manifest } from "./manifest.mjs" */

const TOLD = { company: "companies", call: "calls", call_change: "changes", entry: "ledger entries" };

/**
 * What is in a backup, in one sentence.
 * @param {Manifest} manifest
 */
export function describe({ made_at, tables, files, migrations }) {
  const told = Object.entries(TOLD).map(([name, words]) => {
    const { rows = 0 } = tables.find((table) => table.name === name) ?? {};
    return `${rows.toLocaleString("en")} ${words}`;
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const last = migrations.at(-1)?.name ?? "no migration";
  return (
    `${told.join(", ")}: ${rows.toLocaleString("en")} rows of ${tables.length} tables as of ${made_at} (${last}), ` +
    `and ${Object.keys(files).length} files.`
  );
}
