"use client";

import { useWatch } from "react-hook-form";
import { neverFires } from "@/lib/evaluation/domain/never-fires";
import { AddButton } from "../fields/add-button";
import { ruleReaches } from "../rules/rule-reach";
import { RuleRow } from "../rules/rule-row";
import { useRuleDrag } from "../rules/use-rule-drag";
import { useRules } from "../rules/use-rules";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";

export function RulesSection() {
  const list = useRules();
  const drag = useRuleDrag(list.move);
  const ownerHours = useWatch<SettingsForm, "settings.business_hours">({ name: "settings.business_hours" });
  const never = neverFires(ruleReaches(list.rules, ownerHours));
  return (
    <SettingsSection
      section="rules"
      title="Rules"
      about="Checked from top to bottom. The first matching rule converts the call, at the rule’s amount if it has one. Reorder rules by dragging, with the arrows, or with Alt and an arrow key."
    >
      {list.rules.length > 0 && (
        <ol aria-label="Rules, in order">
          {list.rules.map((_, position) => (
            <RuleRow
              key={list.rows[position]?.key}
              position={position}
              list={list}
              drag={drag}
              neverFires={never.get(position)}
            />
          ))}
        </ol>
      )}
      <p role="status" className="sr-only">
        {list.announcement}
      </p>
      <AddButton onClick={list.add}>Add rule</AddButton>
    </SettingsSection>
  );
}
