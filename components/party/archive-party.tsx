"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useUpdateParty } from "@/lib/party/client";
import { refusalText } from "@/lib/platform/client/refusal-text";
import type { PartyRef } from "./party-address";
import { PARTY_WORDS } from "./party-words";

type ArchivePartyProps = { party: PartyRef & { readonly name: string }; isArchived: boolean };

export function ArchiveParty({ party, isArchived }: ArchivePartyProps) {
  const { name, type } = party;
  const { one, many } = PARTY_WORDS[type];
  const [asks, setAsks] = useState(false);
  const router = useRouter();
  const update = useUpdateParty(type, party.id);
  const save = (archived: boolean) =>
    update.mutate(
      { archived },
      {
        onSuccess: () => {
          toast.success(archived ? `${name} is archived.` : `${name} is active again.`);
          setAsks(false);
          router.refresh();
        },
        onError: (error) => toast.error(refusalText(error)),
      },
    );
  if (isArchived) {
    return (
      <Button size="sm" busy={update.isPending} onClick={() => save(false)}>
        <ArchiveRestore aria-hidden="true" className="size-3.5" /> Restore
      </Button>
    );
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsks(true)}>
        <Archive aria-hidden="true" className="size-3.5" /> Archive
      </Button>
      <ConfirmDialog
        open={asks}
        title={`Archive ${name}?`}
        confirmLabel={`Archive ${one}`}
        busy={update.isPending}
        onConfirm={() => save(true)}
        onCancel={() => setAsks(false)}
      >
        <p>
          It leaves the list of {many} and can’t be chosen any more. Its calls, its settings and everything in the books
          stay, and calls that still arrive for it are recorded and billed as before.
        </p>
        <p className="mt-2">You can restore it at any time: it is listed under State, Archived.</p>
      </ConfirmDialog>
    </>
  );
}
