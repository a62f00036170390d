import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LinkPending } from "@/components/ui/link-pending";
import { Money } from "@/components/ui/money";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import type { ActiveMechanism } from "@/lib/settings/domain/active-mechanism";
import { MechanismBadges } from "./mechanism-badges";
import { partyAddress } from "./party-address";
import { PARTY_WORDS } from "./party-words";

export type ListedParty = {
  readonly id: number;
  readonly name: string;
  readonly archivedAt: string | null;
  /** How its calls convert; absent for traffic sources. */
  readonly conversion?: {
    readonly active: boolean;
    readonly mechanisms: readonly ActiveMechanism[];
    readonly rules: number;
  };
  /** The default: an amount, or a share such as "60 %"; null for none. Absent where it isn't shown. */
  readonly price?: string | null;
};

export const PARTY_GRID = "sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]";

export function PartyRow({ kind, party }: { kind: PartyKind; party: ListedParty }) {
  const { id, name, archivedAt, conversion, price } = party;
  return (
    <li className="-mx-2 border-b last:border-b-0">
      <Link
        href={partyAddress({ type: kind, id })}
        prefetch={false}
        className={`grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-sm px-2 py-2 text-13 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 sm:py-1 ${PARTY_GRID}`}
      >
        <span className="flex items-center gap-2 truncate font-medium">
          <span className="truncate">{name}</span>
          {archivedAt !== null && <Badge tone="neutral">Archived</Badge>} <LinkPending />
        </span>
        {conversion && (
          <span className="max-sm:order-3 max-sm:col-span-2">
            <MechanismBadges {...conversion} />
          </span>
        )}
        {price !== undefined && (
          <span className="text-right">
            <span className="sr-only">{PARTY_WORDS[kind].price} </span>
            {price === null ? (
              <span className="text-ink-muted">none</span>
            ) : (
              <Money amount={price} className="font-medium" />
            )}
          </span>
        )}
      </Link>
    </li>
  );
}
