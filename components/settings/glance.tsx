"use client";

import { useWatch } from "react-hook-form";
import { Status } from "@/components/ui/status";
import { glanceItems } from "./glance-items";
import { anchorOf } from "./section-id";
import type { FormSettings, SettingsForm } from "./settings-form";

export function GlanceOfForm() {
  const settings = useWatch<SettingsForm, "settings">({ name: "settings" });
  return <Glance settings={settings} />;
}

type GlanceProps = {
  settings: FormSettings;
  /** Address of the settings, on other pages. */
  base?: string;
};

export function Glance({ settings, base = "" }: GlanceProps) {
  const { active } = settings;
  return (
    <ul aria-label="Automatic mechanisms" className="flex flex-wrap gap-x-6 gap-y-1 text-13">
      {glanceItems(settings).map(({ section, label, on, detail }) => (
        <li key={label}>
          <a href={`${base}#${anchorOf(section)}`} className="rounded-sm hover:underline">
            <Status tone={!on ? "neutral" : active ? "positive" : "caution"}>
              <span className="font-medium">{label}</span> {detail}
              {on && !active && <span className="sr-only">, paused</span>}
            </Status>
          </a>
        </li>
      ))}
    </ul>
  );
}
