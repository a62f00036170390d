"use client";

import { useWatch } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { takesEveryCall } from "../rules/rule-reach";
import type { SettingsForm } from "../settings-form";

/** Rules come first: one that matches every call leaves nothing to the other mechanisms. */
export function NeverDecides() {
  const { rules, business_hours } = useWatch<SettingsForm, "settings">({ name: "settings" });
  const position = takesEveryCall(rules, business_hours);
  if (position === null) return null;
  const name = rules[position]?.name;
  return (
    <Alert
      tone="caution"
      title={`Has no effect: rule ${position + 1}${name ? ` “${name}”` : ""} matches every call first.`}
    />
  );
}
