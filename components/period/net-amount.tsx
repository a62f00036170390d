import { Money } from "@/components/ui/money";

const WORDS = { revenue: "net credit", payout: "net clawback", margin: "loss" };

export type NetOf = keyof typeof WORDS;

type NetAmountProps = { of: NetOf; amount: string | undefined; currency?: string };

export function NetAmount({ of, amount, currency }: NetAmountProps) {
  if (amount === undefined) return null;
  return (
    <>
      {amount.startsWith("-") && <span className="mr-2 text-12 text-ink-muted">{WORDS[of]}</span>}
      <Money amount={amount} currency={currency} />
    </>
  );
}
