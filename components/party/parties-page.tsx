import { OlderPages } from "@/components/ui/older-pages";
import { type Access, may } from "@/lib/access/domain/access";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { NewParty } from "./new-party";
import { NoParties } from "./no-parties";
import { type PartiesView, partiesAddress } from "./parties-address";
import { PartiesList } from "./parties-list";
import { PartyFilters } from "./party-filters";
import type { ListedParty } from "./party-row";
import { PARTY_WORDS } from "./party-words";

type PartiesPageProps = {
  kind: PartyKind;
  view: PartiesView;
  parties: readonly ListedParty[];
  nextCursor: string | null;
  access: Access;
  currency: string;
};

export function PartiesPage({ kind, view, parties, nextCursor, access, currency }: PartiesPageProps) {
  const { cursor, ...first } = view;
  const mayCreate = may(access, "update", "settings");
  const isEmpty = parties.length === 0;
  const isPlain = view.search === "" && view.state === "active" && cursor === undefined;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">{PARTY_WORDS[kind].title}</h1>
        {mayCreate && !(isEmpty && isPlain) && <NewParty kind={kind} />}
      </div>
      <PartyFilters kind={kind} view={view} />
      {isEmpty ? (
        <NoParties kind={kind} view={view} create={mayCreate ? <NewParty kind={kind} /> : null} />
      ) : (
        <PartiesList kind={kind} parties={parties} sort={view.sort} currency={currency} />
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: partiesAddress(kind, first), label: "First page" }}
        next={
          nextCursor === null ? null : { href: partiesAddress(kind, { ...first, cursor: nextCursor }), label: "Next" }
        }
      />
    </>
  );
}
