import { moneyText } from "@/components/ui/money-text";

const AGREED = { revenue: "Agreed price", payout: "Agreed payout" };

/** The amount that a blank field stands for. Undefined when an amount is saved, since it can’t be left blank then. */
export function amountPlaceholder(
  name: keyof typeof AGREED,
  saved: string,
  previewed: string | undefined,
): string | undefined {
  if (saved !== "") return undefined;
  return previewed === undefined ? AGREED[name] : moneyText(previewed);
}
