import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import type { Statement } from "@/lib/statement/contract/statement";

type StatementWantedProps = Pick<Statement, "party" | "currency" | "closing" | "carried" | "to_pay" | "due_on">;

const BEFORE = "What is carried over is due as the statements before say.";

export function StatementWanted({ party, currency, closing, carried, to_pay, due_on }: StatementWantedProps) {
  if (Number(to_pay) > 0) {
    return (
      <p className="mt-3 text-13">
        {party.type === "buyer" ? "To pay" : "To be paid"} by {shortDayText(due_on)}:{" "}
        <Money amount={to_pay} currency={currency} className="font-semibold" />
        {Number(carried) > 0 && <span className="block text-ink-muted">{BEFORE}</span>}
      </p>
    );
  }
  return (
    <p className="mt-3 text-13">
      {Number(closing) > 0
        ? `This statement adds nothing to pay. ${BEFORE}`
        : "Nothing to pay. The balance carries forward to the next statement."}
    </p>
  );
}
