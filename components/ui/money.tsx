import clsx from "clsx";
import { moneyText } from "./money-text";

type MoneyProps = { amount: string; currency?: string; plus?: boolean; className?: string };

/** `amount` is a decimal string. Leave the currency out where a heading names it. */
export function Money({ amount, currency, plus, className }: MoneyProps) {
  return (
    <span className={clsx("whitespace-nowrap text-right tabular-nums", className)}>
      {currency && <span className="mr-1 text-12 text-ink-muted">{currency}</span>}
      {moneyText(amount, { plus })}
    </span>
  );
}
