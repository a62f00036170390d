import { capUseText } from "@/components/conversion/cap-use-text";
import { postsText } from "@/components/conversion/posts-text";
import { Status } from "@/components/ui/status";
import type { InboxItem } from "@/lib/inbox/contract";

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
  if (entries.length === 0) return <span className="text-ink-muted">No effect on billing.</span>;
  return (
    <span className="tabular-nums">
      <span className="text-ink-muted">Next rollup posts </span>
      <span className="font-medium">{postsText(preview, { besideCall: false })}</span>
      {caps.map((cap) => (
        <span key={cap.cap_id} className="text-ink-muted">
          {" · "}
          {cap.over ? (
            <Status tone="caution" className="whitespace-normal!">
              {capUseText(cap)}
            </Status>
          ) : (
            capUseText(cap)
          )}
        </span>
      ))}
    </span>
  );
}
