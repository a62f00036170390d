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
          title={`Never fires: every call meets rule ${reason.above + 1}${nameOf(rules[reason.above])} before it.`}
        >
          Move this rule above it, or give that one a condition.
        </Alert>
      ) : (
        <Alert tone="caution" title="Never fires: it asks for any of no conditions.">
          Add a condition to the empty group, or remove the group.
        </Alert>
      )}
    </div>
  );
}

function nameOf(rule: Rule | undefined): string {
  return rule?.name ? ` “${rule.name}”` : "";
}
