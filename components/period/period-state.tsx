import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { Period } from "@/lib/period/contract";

const WORDS: Record<Period["state"], { tone: Tone; word: string }> = {
  open: { tone: "neutral", word: "open" },
  ended: { tone: "pending", word: "ended, not closed" },
  closed: { tone: "positive", word: "closed" },
};

export function PeriodState({ period }: { period: Pick<Period, "state" | "can_close"> }) {
  const { tone, word } = WORDS[period.state];
  return <Status tone={tone}>{period.can_close ? "ready to close" : word}</Status>;
}
