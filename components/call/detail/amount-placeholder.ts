import { moneyText } from "@/components/ui/money-text";

const AGREED = { revenue: "agreed price", payout: "agreed payout" };

/** What an empty field stands for: only where none is saved may it be left empty. */
export function amountPlaceholder(
  name: keyof typeof AGREED,
  saved: string,
  foreseen: string | undefined,
): string | undefined {
  if (saved !== "") return undefined;
  return foreseen === undefined ? AGREED[name] : moneyText(foreseen);
}
