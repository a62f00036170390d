import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

type NoOwnersProps = { kind: OwnerKind; search: string; mayCreate: boolean };

export function NoOwners({ kind, search, mayCreate }: NoOwnersProps) {
  const { path, one, many } = OWNER_WORDS[kind];
  if (search) {
    return (
      <EmptyState
        title={`No ${many} match “${search}”`}
        action={
          <a href={path} className={buttonClass()}>
            Show all {many}
          </a>
        }
      >
        <p>Try another part of the name.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many} yet`}>
      <p>
        {kind === "buyer"
          ? "A buyer pays for converted calls. Its settings define the price and which calls convert automatically."
          : "An offer is what traffic sources send calls for. Its settings define the payout and which calls convert automatically."}{" "}
        {mayCreate ? `Choose “New ${one}” to start.` : "Ask an owner or admin to add one."}
      </p>
    </EmptyState>
  );
}
