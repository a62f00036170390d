import clsx from "clsx";
import { ListKeys } from "@/components/ui/list-keys";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";
import { type ListedOwner, OWNER_GRID, OwnerRow } from "./owner-row";

type OwnersListProps = { kind: OwnerKind; owners: readonly ListedOwner[]; currency: string };

const LIST_ID = "owners";

export function OwnersList({ kind, owners, currency }: OwnersListProps) {
  const { title, price } = OWNER_WORDS[kind];
  return (
    <>
      <ListKeys listId={LIST_ID} />
      {/* Hidden from screen readers: each row names its parts. */}
      <div
        aria-hidden="true"
        className={clsx(
          "-mx-2 hidden h-8 items-center gap-x-4 border-b px-2 font-medium text-12 text-ink-muted sm:grid",
          OWNER_GRID,
        )}
      >
        <span>Name</span>
        <span>Automatic conversion</span>
        <span className="text-right">
          {price} {currency}
        </span>
      </div>
      <ol id={LIST_ID} aria-label={`${title}, by name`}>
        {owners.map((owner) => (
          <OwnerRow key={owner.id} kind={kind} owner={owner} />
        ))}
      </ol>
    </>
  );
}
