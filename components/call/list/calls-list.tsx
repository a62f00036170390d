import clsx from "clsx";
import { ListKeys } from "@/components/ui/list-keys";
import type { Call } from "@/lib/call/contract/call";
import { CallRow } from "./call-row";
import { rowGrid } from "./row-grid";

type CallsListProps = { calls: readonly Call[]; timeZone: string; currency: string };

const LIST_ID = "calls";

export function CallsList({ calls, timeZone, currency }: CallsListProps) {
  const showsRevenue = calls.some(({ revenue }) => revenue !== undefined);
  return (
    <>
      <ListKeys listId={LIST_ID} />
      {/* Hidden from screen readers: each row names its parts. */}
      <div
        aria-hidden="true"
        className={clsx(
          "-mx-2 hidden h-8 items-center gap-x-4 border-b px-2 font-medium text-12 text-ink-muted lg:grid",
          rowGrid(showsRevenue),
        )}
      >
        <span>Time</span>
        <span>Caller</span>
        <span>Offer</span>
        <span>Traffic source → buyer</span>
        <span>Converted</span>
        <span>Status</span>
        {showsRevenue && <span className="text-right">Revenue {currency}</span>}
        <span className="text-right">ID</span>
      </div>
      <ol id={LIST_ID} aria-label="Calls, newest first">
        {calls.map((call) => (
          <CallRow key={call.id} call={call} timeZone={timeZone} showsRevenue={showsRevenue} />
        ))}
      </ol>
    </>
  );
}
