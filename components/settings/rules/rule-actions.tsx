import { Copy, Pause, Play, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Rule } from "@/lib/settings/contract/rule";

type RuleActionsProps = { rule: Rule; onPause: () => void; onDuplicate: () => void; onDelete: () => void };

export function RuleActions({ rule, onPause, onDuplicate, onDelete }: RuleActionsProps) {
  const PauseIcon = rule.enabled ? Pause : Play;
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={onPause}>
        <PauseIcon aria-hidden="true" className="size-3.5" /> {rule.enabled ? "Pause rule" : "Resume rule"}
      </Button>
      <Button size="sm" onClick={onDuplicate}>
        <Copy aria-hidden="true" className="size-3.5" /> Duplicate
      </Button>
      <Button size="sm" onClick={onDelete}>
        <Trash2 aria-hidden="true" className="size-3.5" /> Delete rule
      </Button>
    </div>
  );
}
