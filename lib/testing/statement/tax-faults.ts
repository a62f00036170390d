import type { Statement, StatementLine } from "@/lib/statement/contract/statement";

const BILLED = new Set(["charge", "credit", "payout", "clawback"]);
const BACK = new Set(["credit", "clawback"]);

/**
 * Tax calculated from single lines. An offset of an earlier statement has that statement's taxes, listed with the
 * others if they equal the current ones.
 */
export function taxFaults(
  statement: Statement,
  lines: readonly StatementLine[],
  earlier: ReadonlyMap<string, Statement>,
): string[] {
  const nets = new Map<string, bigint>([["", 0n]]);
  for (const { kind, amount, apart } of lines) {
    if (!BILLED.has(kind)) continue;
    const then = BACK.has(kind) ? earlier.get(apart?.corrects?.statement ?? "") : undefined;
    const place = then && ratesOf(then).join() !== ratesOf(statement).join() ? then.number : "";
    nets.set(place, (nets.get(place) ?? 0n) + BigInt(amount.replace(".", "")));
  }
  const expected = [...nets].flatMap(([place, net]) => {
    const rates = ratesOf(earlier.get(place) ?? statement);
    return rates.map(([name, percent]) => [place, name, percent, net, taxOf(net, percent)].join(" "));
  });
  const actual = statement.taxes.map(({ takes_back, name, percent, net, amount }) =>
    [takes_back ?? "", name, percent, BigInt(net.replace(".", "")), BigInt(amount.replace(".", ""))].join(" "),
  );
  const isRight = actual.sort().join("; ") === expected.sort().join("; ");
  return isRight ? [] : [`${statement.number} has the taxes ${actual.join("; ")} instead of ${expected.join("; ")}`];
}

function ratesOf({ taxes }: Statement) {
  return taxes
    .filter(({ takes_back }) => takes_back === null)
    .map(({ name, percent }) => [name, percent] as const)
    .sort();
}

/** Long division, half a unit rounded away from zero. */
function taxOf(net: bigint, percent: string): bigint {
  const [whole = "", fraction = ""] = percent.split(".");
  const tenThousandths = BigInt(whole + fraction.padEnd(4, "0"));
  const exact = (net < 0n ? -net : net) * tenThousandths;
  const rounded = exact / 1_000_000n + (exact % 1_000_000n >= 500_000n ? 1n : 0n);
  return net < 0n ? -rounded : rounded;
}
