import { Status } from "@/components/ui/status";
import type { InboxItem } from "@/lib/contracts/inbox";
import { postingText } from "./postings-text";

/** What settling it the usual way would do to the money. */
export function ForeseenLine({ foreseen }: { foreseen: InboxItem["foreseen"] }) {
  if (!foreseen) return null;
  const { postings, refused } = foreseen;
  if (refused) {
    return (
      <Status tone="negative" className="whitespace-normal!">
        {refused}
      </Status>
    );
  }
  if (postings.length === 0) return <span className="text-ink-muted">Accepting it moves no money.</span>;
  return (
    <span>
      <span className="text-ink-muted">Would post </span>
      {postings.map((posting, index) => (
        <span key={`${posting.kind} ${posting.party.id}`}>
          {index > 0 && " · "}
          <span className="font-medium tabular-nums">{postingText(posting)}</span>
        </span>
      ))}
    </span>
  );
}
