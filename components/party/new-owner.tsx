"use client";

import { useCreateOwner } from "@/lib/settings/client";
import { NewParty } from "./new-party";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

export function NewOwner({ kind }: { kind: OwnerKind }) {
  const { path, one, example } = OWNER_WORDS[kind];
  const create = useCreateOwner(kind);
  return (
    <NewParty
      one={one}
      example={example}
      hint="Next, choose which calls convert automatically."
      create={create.mutateAsync}
      pathOf={(id) => `${path}/${id}`}
    />
  );
}
