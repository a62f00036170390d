import { RollupQuery } from "@/lib/ledger/contract/rollup";

const NAMES = ["kind", "day", "cursor"] as const;

export type RollupsView = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const ADDRESS = "/billing/rollups";

/** Unknown filters are left out. */
export function readRollupsView(parameters: Readonly<Record<string, string | string[] | undefined>>): RollupsView {
  const values = NAMES.map((name) => [name, [parameters[name]].flat()[0]?.trim()] as const);
  return Object.fromEntries(
    values.filter(([name, value]) => value && RollupQuery.safeParse({ [name]: value }).success),
  );
}

export function rollupsAddress(view: RollupsView): string {
  const parameters = new URLSearchParams(view);
  return parameters.size === 0 ? ADDRESS : `${ADDRESS}?${parameters}`;
}
