import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

type NoOwnersProps = { kind: OwnerKind; search: string; mayCreate: boolean };

export function NoOwners({ kind, search, mayCreate }: NoOwnersProps) {
  const { path, one, many } = OWNER_WORDS[kind];
  if (search) {
    return (
      <EmptyState
        title={`No ${one} is called “${search}”`}
        action={
          <a href={path} className={buttonClass()}>
            Show all {many}
          </a>
        }
      >
        <p>Search for a part of the name.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many} yet`}>
      <p>
        {kind === "buyer"
          ? "A buyer pays for calls that converted. Its settings say what it pays and which calls convert by themselves."
          : "An offer is what traffic sources bring calls for. Its settings say what it pays them and which calls convert by themselves."}{" "}
        {mayCreate ? `Begin with “New ${one}”.` : "An owner or admin of this company adds the first."}
      </p>
    </EmptyState>
  );
}
