import type { ReactNode } from "react";

export function SettingsHeader({ state, glance }: { state: ReactNode; glance: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      {state}
      <div className="w-full">{glance}</div>
    </div>
  );
}
