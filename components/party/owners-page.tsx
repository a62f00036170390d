import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { type Access, may } from "@/lib/access/domain/access";
import { NameSearch } from "./name-search";
import { NewOwner } from "./new-owner";
import { NoOwners } from "./no-owners";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";
import type { ListedOwner } from "./owner-row";
import { type OwnersAddress, ownersAddress } from "./owners-address";
import { OwnersList } from "./owners-list";

type OwnersPageProps = {
  kind: OwnerKind;
  address: OwnersAddress;
  owners: readonly ListedOwner[];
  nextCursor: string | null;
  access: Access;
  currency: string;
};

export function OwnersPage({ kind, address, owners, nextCursor, access, currency }: OwnersPageProps) {
  const { search, cursor } = address;
  const mayCreate = may(access, "update", "settings");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">{OWNER_WORDS[kind].title}</h1>
        <NameSearch path={OWNER_WORDS[kind].path} many={OWNER_WORDS[kind].many} search={search} />
        {mayCreate && <NewOwner kind={kind} />}
      </div>
      {owners.length === 0 ? (
        <NoOwners kind={kind} search={search} mayCreate={mayCreate} />
      ) : (
        <OwnersList kind={kind} owners={owners} currency={currency} />
      )}
      {(cursor !== undefined || nextCursor !== null) && (
        <nav aria-label="Pages" className="mt-4 flex gap-2">
          {cursor !== undefined && (
            <Link href={ownersAddress(kind, { search })} className={buttonClass()}>
              <ChevronsLeft aria-hidden="true" className="size-3.5" /> First page
            </Link>
          )}
          {nextCursor !== null && (
            <Link href={ownersAddress(kind, { search, cursor: nextCursor })} className={buttonClass()}>
              Next <ArrowRight aria-hidden="true" className="size-3.5" />
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
