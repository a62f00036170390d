import Link from "next/link";
import { LinkPending } from "@/components/ui/link-pending";
import { Money } from "@/components/ui/money";
import type { ActiveMechanism } from "@/lib/settings/domain/active-mechanism";
import { MechanismBadges } from "./mechanism-badges";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

/** `price` is the default: an amount, or a share such as "60 %". */
export type ListedOwner = {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly mechanisms: readonly ActiveMechanism[];
  readonly rules: number;
  readonly price: string | null;
};

export const OWNER_GRID = "sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]";

export function OwnerRow({ kind, owner }: { kind: OwnerKind; owner: ListedOwner }) {
  const { path, price } = OWNER_WORDS[kind];
  return (
    <li className="-mx-2 border-b last:border-b-0">
      <Link
        href={`${path}/${owner.id}`}
        prefetch={false}
        className={`grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-sm px-2 py-2 text-13 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 sm:py-1 ${OWNER_GRID}`}
      >
        <span className="flex items-center gap-2 truncate font-medium">
          <span className="truncate">{owner.name}</span> <LinkPending />
        </span>
        <span className="max-sm:order-3 max-sm:col-span-2">
          <MechanismBadges active={owner.active} mechanisms={owner.mechanisms} rules={owner.rules} />
        </span>
        <span className="text-right">
          <span className="sr-only">{price} </span>
          {owner.price === null ? (
            <span className="text-ink-muted">none</span>
          ) : (
            <Money amount={owner.price} className="font-medium" />
          )}
        </span>
      </Link>
    </li>
  );
}
