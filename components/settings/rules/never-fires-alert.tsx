import { Alert } from "@/components/ui/alert";
import type { NeverFires } from "@/lib/evaluation/domain/never-fires";
import type { Rule } from "@/lib/settings/contract/rule";

type NeverFiresAlertProps = { reason: NeverFires; rules: readonly Rule[] };

export function NeverFiresAlert({ reason, rules }: NeverFiresAlertProps) {
  return (
    <div className="pb-2 sm:pl-12">
      {reason.kind === "below" ? (
        <Alert
          tone="caution"
          title={`Never fires: rule ${reason.above + 1}${nameOf(rules[reason.above])} above it matches every call.`}
        >
          Move this rule up, or add a condition to rule {reason.above + 1}.
        </Alert>
      ) : (
        <Alert tone="caution" title="Never fires: a condition group is empty.">
          Add a condition to the group, or remove it.
        </Alert>
      )}
    </div>
  );
}

function nameOf(rule: Rule | undefined): string {
  return rule?.name ? ` “${rule.name}”` : "";
}
