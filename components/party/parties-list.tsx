import clsx from "clsx";
import { ListKeys } from "@/components/ui/list-keys";
import type { PartySort } from "@/lib/party/contract";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { type ListedParty, PARTY_GRID, PartyRow } from "./party-row";
import { PARTY_WORDS } from "./party-words";

type PartiesListProps = { kind: PartyKind; parties: readonly ListedParty[]; sort: PartySort; currency: string };

const LIST_ID = "parties";

export function PartiesList({ kind, parties, sort, currency }: PartiesListProps) {
  const { title, price } = PARTY_WORDS[kind];
  const showsConversion = parties.some(({ conversion }) => conversion !== undefined);
  const showsPrice = parties.some((party) => party.price !== undefined);
  return (
    <>
      <ListKeys listId={LIST_ID} />
      {/* Hidden from screen readers: each row names its parts. */}
      <div
        aria-hidden="true"
        className={clsx(
          "-mx-2 hidden h-8 items-center gap-x-4 border-b px-2 font-medium text-12 text-ink-muted sm:grid",
          PARTY_GRID,
        )}
      >
        <span>Name</span>
        {showsConversion && <span>Automatic conversion</span>}
        {showsPrice && (
          <span className="text-right">
            {price} {currency}
          </span>
        )}
      </div>
      <ol id={LIST_ID} aria-label={sort === "name" ? `${title}, by name` : `${title}, newest first`}>
        {parties.map((party) => (
          <PartyRow key={party.id} kind={kind} party={party} />
        ))}
      </ol>
    </>
  );
}
