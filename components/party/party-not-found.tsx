"use client";

import { useParams } from "next/navigation";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PARTY_PATH, partyKindOf } from "./party-address";
import { PARTY_WORDS } from "./party-words";

export function PartyNotFound() {
  const { party } = useParams<{ party: string }>();
  const kind = partyKindOf(party) ?? "buyer";
  const { heading, one, many } = PARTY_WORDS[kind];
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">{heading} not found</h1>}
      action={
        <a href={PARTY_PATH[kind]} className={buttonClass({ variant: "primary" })}>
          Go to {many}
        </a>
      }
    >
      <p>Check the address, or find the {one} in the list.</p>
    </EmptyState>
  );
}
