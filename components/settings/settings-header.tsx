"use client";

import type { ReactNode } from "react";
import { OWNER_WORDS, type OwnerKind } from "@/components/party/owner-kind";
import { TextLink } from "@/components/ui/text-link";
import { useSettingsContext } from "./settings-context";

type SettingsHeaderProps = { kind: OwnerKind; name: string; state: ReactNode; glance: ReactNode };

export function SettingsHeader({ kind, name, state, glance }: SettingsHeaderProps) {
  const { owner } = useSettingsContext();
  const { path, title } = OWNER_WORDS[kind];
  return (
    <header className="mb-4">
      <p className="mb-3 flex justify-between gap-4 text-13 text-ink-muted">
        <span>
          <TextLink href={path}>{title}</TextLink> / {name}
        </span>
        {owner.kind === "buyer" && <TextLink href={`/billing/buyers/${owner.id}/caps`}>Caps</TextLink>}
      </p>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-balance break-words font-semibold text-20">{name}</h1>
        {state}
      </div>
      {glance}
    </header>
  );
}
