import type { SettingsVersion } from "@/lib/settings/client";

const TYPES: Readonly<Record<string, string>> = {
  member: "A member",
  api_key: "An API key",
  system: "Callmark",
};

export function editorName({ type, name }: SettingsVersion["by"]): string {
  return name ?? TYPES[type] ?? "Unknown";
}
