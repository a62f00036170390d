import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { OWNER_WORDS, type OwnerKind } from "./owner-kind";

export function OwnerNotFound({ kind }: { kind: OwnerKind }) {
  const { path, one, many } = OWNER_WORDS[kind];
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">{one === "buyer" ? "Buyer" : "Offer"} not found</h1>}
      action={
        <a href={path} className={buttonClass({ variant: "primary" })}>
          Go to {many}
        </a>
      }
    >
      <p>Check the address, or find the {one} in the list.</p>
    </EmptyState>
  );
}
