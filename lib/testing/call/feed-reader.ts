import type { Context } from "@/lib/access/context";
import type { Call } from "@/lib/call/contract/call";
import type { FedChange } from "@/lib/call/contract/feed";
import { readChangeFeed } from "@/lib/call/read-change-feed";

/** Another system that keeps in step by the change feed. */
export class FeedReader {
  readonly calls = new Map<number, Call>();
  /** Each change of a conversion, as its call and version. */
  readonly versions: string[] = [];
  /** Whether the changes of each call came in order, and its creation first. */
  isInOrder = true;
  private readonly last = new Map<number, number>();
  private cursor: string | undefined;

  constructor(
    private readonly ctx: Context,
    readonly size: number,
  ) {}

  /** Reads on until there is nothing left, and returns what was new. */
  async drain(): Promise<FedChange[]> {
    const read: FedChange[] = [];
    for (;;) {
      const query = this.cursor === undefined ? {} : { cursor: this.cursor };
      const { changes, calls, metadata } = await readChangeFeed(this.ctx, { ...query, per_page: this.size });
      for (const change of changes) this.note(change);
      for (const call of calls ?? []) this.calls.set(call.id, call);
      read.push(...changes);
      this.cursor = metadata.next_cursor;
      if (!metadata.has_more) return read;
    }
  }

  private note({ type, call_id, version }: FedChange): void {
    const last = this.last.get(call_id);
    if ((last === undefined) !== (type === "call.created")) this.isInOrder = false;
    if (version === undefined) this.last.set(call_id, last ?? 0);
    else {
      if (version !== (last ?? 0) + 1) this.isInOrder = false;
      this.last.set(call_id, version);
      this.versions.push(`${call_id} ${version}`);
    }
  }
}
