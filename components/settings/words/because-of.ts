import type { Simulation } from "@/lib/simulation/contract";

type After = Pick<Simulation["calls"][number]["after"], "converted" | "by">;

/** Why a call would stand as a draft has it. An explicit update keeps its flag: a draft's rules give it another amount alone. */
export function becauseOf({ converted, by }: After): string {
  if (by !== null) return by;
  return converted ? "Explicit update; only the amount differs" : "Nothing converts it";
}
