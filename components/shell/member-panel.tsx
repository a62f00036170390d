"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PopoverPanel } from "@/components/ui/popover-panel";
import { TextLink } from "@/components/ui/text-link";
import type { NavItem } from "./main-nav";
import { ThemeSwitch } from "./theme-switch";

export type ShellMember = { name: string; email: string; role: string };

type MemberPanelProps = { member: ShellMember; companyName: string; links: readonly NavItem[] };

export function MemberPanel({ member, companyName, links }: MemberPanelProps) {
  const [leaving, setLeaving] = useState(false);

  async function onSignOut() {
    setLeaving(true);
    try {
      const { signOut } = await import("next-auth/react");
      await signOut({ callbackUrl: "/sign-in" });
    } catch {
      setLeaving(false);
    }
  }

  return (
    <PopoverPanel
      label={`${member.name}, ${member.role}: account`}
      className="flex h-8 min-w-0 items-center gap-2 px-2 text-13 pointer-coarse:h-10"
      trigger={
        <>
          <span className="hidden min-w-0 truncate md:block">
            <span className="font-medium">{member.name}</span> <span className="text-ink-muted">{member.role}</span>
          </span>
          <span className="font-medium md:hidden">{initialsOf(member.name)}</span>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-muted" />
        </>
      }
    >
      <p className="break-words font-medium">{member.name}</p>
      <p className="break-words text-13 text-ink-muted">{member.email}</p>
      <p className="mt-1 mb-4 text-13 text-ink-muted">
        {member.role} at {companyName}
      </p>
      {links.map(({ href, label }) => (
        <TextLink key={href} href={href} className="mb-4 block w-fit text-13">
          {label}
        </TextLink>
      ))}
      <ThemeSwitch />
      <Button busy={leaving} onClick={onSignOut} className="mt-4 w-full">
        Sign out
      </Button>
    </PopoverPanel>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.at(0)?.toUpperCase() ?? "")
    .join("");
}
