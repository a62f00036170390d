import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import type { Party } from "@/lib/party/contract";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { ArchiveParty } from "./archive-party";
import { PARTY_PATH } from "./party-address";
import { partyTabs } from "./party-tabs";
import { PARTY_WORDS } from "./party-words";
import { RenameParty } from "./rename-party";

type PartyHeaderProps = { kind: PartyKind; party: Party; access: Access };

export function PartyHeader({ kind, party, access }: PartyHeaderProps) {
  const { title, heading } = PARTY_WORDS[kind];
  const ref = { type: kind, id: party.id, name: party.name };
  const isArchived = party.archived_at !== null;
  return (
    <header>
      <p className="text-13 text-ink-muted">
        {may(access, "read", "settings") ? (
          <TextLink href={PARTY_PATH[kind]}>{title}</TextLink>
        ) : (
          <TextLink href="/billing">Billing</TextLink>
        )}{" "}
        / {party.id}
      </p>
      <div className="mt-1 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-balance break-words font-semibold text-20">{party.name}</h1>
        {isArchived && <Badge tone="neutral">Archived</Badge>}
        {may(access, "update", "settings") && (
          <span className="ml-auto flex gap-2">
            <RenameParty party={ref} />
            <ArchiveParty party={ref} isArchived={isArchived} />
          </span>
        )}
      </div>
      <LinkTabs label={heading} className="mb-6" tabs={partyTabs(ref, access)} />
    </header>
  );
}
