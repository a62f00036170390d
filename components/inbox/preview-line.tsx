import { capUseText } from "@/components/preview/cap-use-text";
import { entryText, postsText } from "@/components/preview/posts-text";
import { Status } from "@/components/ui/status";
import type { InboxItem } from "@/lib/contracts/inbox";

/** What settling an item the usual way would do to the money. */
export function PreviewLine({ preview }: { preview: InboxItem["preview"] }) {
  if (!preview) return null;
  const { rejected, entries, caps = [] } = preview;
  if (rejected) {
    return (
      <Status tone="negative" className="whitespace-normal!">
        {rejected}
      </Status>
    );
  }
  const [single] = entries;
  if (!single) return <span className="text-ink-muted">Accepting it moves no money.</span>;
  return (
    <span className="tabular-nums">
      <span className="text-ink-muted">Would post </span>
      <span className="font-medium">{entries.length === 1 ? entryText(single) : postsText(preview)}</span>
      {caps.map((cap) => (
        <Status key={cap.cap_id} tone={cap.over ? "caution" : "neutral"} className="ml-3 whitespace-normal!">
          {capUseText(cap)}
        </Status>
      ))}
    </span>
  );
}
