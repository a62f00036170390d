"use client";

import type { ReactNode } from "react";
import { OWNER_WORDS, type OwnerKind } from "@/components/party/owner-kind";
import { TextLink } from "@/components/ui/text-link";
import { useSettingsContext } from "./settings-context";

type SettingsHeaderProps = { kind: OwnerKind; name: string; state: ReactNode; glance: ReactNode };

/** Whose settings these are, whether they are in use, and what of them is active. */
export function SettingsHeader({ kind, name, state, glance }: SettingsHeaderProps) {
  const { owner } = useSettingsContext();
  const { path, title } = OWNER_WORDS[kind];
  return (
    <header className="mb-4">
      <p className="mb-3 text-13 text-ink-muted">
        <TextLink href={path}>{title}</TextLink> / {name}
      </p>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-balance break-words font-semibold text-20">{name}</h1>
        {state}
        {owner.kind === "buyer" && (
          <TextLink href={`/billing/buyers/${owner.id}/caps`} className="ml-auto text-13">
            Caps
          </TextLink>
        )}
      </div>
      {glance}
    </header>
  );
}
