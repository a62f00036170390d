"use client";

import { Pause, Play } from "lucide-react";
import { useController } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SettingsForm } from "./settings-form";

export function PauseSwitch() {
  const { field } = useController<SettingsForm, "settings.active">({ name: "settings.active" });
  const Icon = field.value ? Pause : Play;
  return (
    <>
      <StateBadge active={field.value} />
      <Button size="sm" className="ml-auto" onClick={() => field.onChange(!field.value)}>
        <Icon aria-hidden="true" className="size-3.5" /> {field.value ? "Pause automatic conversion" : "Resume"}
      </Button>
    </>
  );
}

export function StateBadge({ active }: { active: boolean }) {
  return active ? <Badge tone="positive">Active</Badge> : <Badge tone="caution">Automatic conversion paused</Badge>;
}
