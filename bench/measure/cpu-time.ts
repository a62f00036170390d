import { readdirSync, readFileSync } from "node:fs";
import { connected } from "@/scripts/database/roles.mjs";

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

type Stat = { readonly parent: number; readonly cpuMs: number; readonly cpuOfEndedChildrenMs: number };

/** User and system time of a process with all its threads. Null without /proc. */
export function cpuTimeOf(pid: number): number | null {
  return readStat(pid)?.cpuMs ?? null;
}

/** The same for PostgreSQL: the postmaster and its children, found through a connection. */
export async function databaseCpuClock(url: string): Promise<() => number | null> {
  const backend = await connected(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return rows[0] && readStat(rows[0].pid);
  });
  return () => (backend ? cpuTimeOfFamily(backend.parent) : null);
}

function cpuTimeOfFamily(parent: number): number {
  const own = readStat(parent);
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []));
  const children = all.filter((stat) => stat.parent === parent);
  return children.reduce((sum, { cpuMs }) => sum + cpuMs, (own?.cpuMs ?? 0) + (own?.cpuOfEndedChildrenMs ?? 0));
}

function readStat(pid: number): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The name in parentheses may contain anything; the numbered fields follow it.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const field = (position: number) => Number(fields[position]);
  return {
    parent: field(1),
    cpuMs: (field(11) + field(12)) * TICK_MS,
    cpuOfEndedChildrenMs: (field(13) + field(14)) * TICK_MS,
  };
}
