import type { z } from "zod";
import type { BusinessHours, Rule } from "@/lib/settings/contract/rule";

const DAYS_30_SECONDS = 30 * 86_400;

/** The same caller counts once within thirty days. */
export const ONCE_A_MONTH = { seconds: DAYS_30_SECONDS, counts: "converted" } as const;

export function longerThan(seconds: number, basis: "connected" | "total" = "connected") {
  return { enabled: true, basis, longer_than_seconds: seconds };
}

export function token(name: string, operator: "equals" | "at_least" | "in" | "exists", ...values: string[]) {
  return { token: name, operator, values };
}

type More = Partial<Omit<z.input<typeof Rule>, "name" | "condition">>;

/** A rule with all of these conditions. */
export function rule(name: string, all: readonly ReturnType<typeof token>[], more: More = {}): z.input<typeof Rule> {
  return { name, condition: { all: [...all] }, ...more };
}

export function fixed(amount: string) {
  return { kind: "fixed", amount } as const;
}

export const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

export function hours(
  time_zone: string,
  ...spans: readonly (readonly [days: readonly number[], open: string, close: string])[]
): z.input<typeof BusinessHours> {
  return {
    time_zone,
    rows: spans.flatMap(([days, open, close]) => days.map((weekday) => ({ weekday, open, close }))),
  };
}
