import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { StatementState as State } from "@/lib/statement/domain/statement-state";

export const STATE_WORDS: Readonly<Record<State, string>> = {
  due: "due",
  overdue: "overdue",
  paid: "paid",
  nothing_to_pay: "nothing to pay",
};

const TONES: Readonly<Record<State, Tone>> = {
  due: "pending",
  overdue: "negative",
  paid: "positive",
  nothing_to_pay: "neutral",
};

export function StatementState({ state }: { state: State }) {
  return <Status tone={TONES[state]}>{STATE_WORDS[state]}</Status>;
}
