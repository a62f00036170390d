import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import type { PartiesView } from "./parties-address";
import { PARTY_PATH } from "./party-address";
import { PARTY_WORDS } from "./party-words";

type NoPartiesProps = { kind: PartyKind; view: PartiesView; create: ReactNode };

/** `create` is the button that creates one; null without permission. */
export function NoParties({ kind, view: { search, state, cursor }, create }: NoPartiesProps) {
  const { one, many, about } = PARTY_WORDS[kind];
  const all = <TextLink href={PARTY_PATH[kind]}>Show all {many}</TextLink>;
  if (search) {
    return (
      <EmptyState title={`No ${state === "archived" ? "archived " : ""}${many} match “${search}”`} action={all}>
        <p>Try another part of the name{state === "active" && ", or include archived ones under State"}.</p>
      </EmptyState>
    );
  }
  if (cursor !== undefined) return <EmptyState title={`No more ${many}`} action={all} />;
  if (state === "archived") {
    return (
      <EmptyState title={`No archived ${many}`} action={all}>
        <p>You can archive a {one} that you no longer need on its page.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many} yet`} action={create}>
      <p>
        {about} {!create && "Ask an owner or admin to add one."}
      </p>
    </EmptyState>
  );
}
