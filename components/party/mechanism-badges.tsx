import { Badge } from "@/components/ui/badge";

export type Mechanism = "rule" | "duration" | "voice_agent" | "dialled" | "webhook" | "follows_buyer";

type MechanismBadgesProps = { active: boolean; mechanisms: readonly Mechanism[]; rules: number };

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

function words(mechanism: Mechanism, rules: number): string {
  switch (mechanism) {
    case "rule":
      return rules === 1 ? "1 rule" : `${rules} rules`;
    case "duration":
      return "Duration";
    case "voice_agent":
      return "Voice agent";
    case "dialled":
      return "When dialled";
    case "webhook":
      return "Webhook";
    case "follows_buyer":
      return "With the buyer";
  }
}
