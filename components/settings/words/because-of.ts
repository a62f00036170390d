import type { Simulation } from "@/lib/simulation/contract";

type After = Pick<Simulation["calls"][number]["after"], "converted" | "by">;

/** The reason for a simulated result. An explicit update keeps its flag, so rules can only change its amount. */
export function becauseOf({ converted, by }: After): string {
  if (by !== null) return by;
  return converted ? "Explicit update, different amount" : "No mechanism matches";
}
