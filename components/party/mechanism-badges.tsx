import { Badge } from "@/components/ui/badge";
import type { ActiveMechanism } from "@/lib/settings/domain/active-mechanism";

type MechanismBadgesProps = { active: boolean; mechanisms: readonly ActiveMechanism[]; rules: number };

export function MechanismBadges({ active, mechanisms, rules }: MechanismBadgesProps) {
  return (
    <span className="flex flex-wrap gap-1">
      {!active && <Badge tone="caution">Paused</Badge>}
      {mechanisms.map((mechanism) => (
        <Badge key={mechanism} tone={active ? "positive" : "neutral"}>
          {words(mechanism, rules)}
        </Badge>
      ))}
      {mechanisms.length === 0 && <span className="text-ink-muted">Manual only</span>}
    </span>
  );
}

const WORDS: Readonly<Record<Exclude<ActiveMechanism, "rule">, string>> = {
  duration: "Duration",
  voice_agent: "Voice agent",
  dialled: "When dialled",
  webhook: "Webhook",
  follows_buyer: "With the buyer",
};

function words(mechanism: ActiveMechanism, rules: number): string {
  if (mechanism !== "rule") return WORDS[mechanism];
  return rules === 1 ? "1 rule" : `${rules} rules`;
}
