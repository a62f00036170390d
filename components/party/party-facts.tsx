import { CopyId } from "@/components/ui/copy-id";
import { ExactTime } from "@/components/ui/exact-time";
import { FactItem } from "@/components/ui/facts";
import type { Party } from "@/lib/party/contract";

export function PartyFacts({ party, timeZone }: { party: Party; timeZone: string }) {
  return (
    <>
      <FactItem label="ID">
        <CopyId value={String(party.id)} label="Copy ID" />
      </FactItem>
      <FactItem label="Created">
        <ExactTime at={party.created_at} timeZone={timeZone} />
      </FactItem>
      {party.archived_at !== null && (
        <FactItem label="Archived">
          <ExactTime at={party.archived_at} timeZone={timeZone} />
        </FactItem>
      )}
    </>
  );
}
