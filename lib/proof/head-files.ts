import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";
import type { Head } from "./sql/list-heads";

const Line = z.object({ company: z.number(), number: z.number(), digest: z.string(), posted_at: z.string() });
const LONGEST_LINE = 4_096;

const directory = () => path.join(env().DATA_DIR, "ledger-heads");
const named = (company: CompanyId, ending: string) =>
  path.join(directory(), [company, env().LEDGER_HEAD_PART, ending].filter((part) => part !== undefined).join("."));

/** The file to which this server appends the links of a company's chain. */
export function headFile(company: CompanyId): string {
  return named(company, "jsonl");
}

/** The newest link in this server's file; null for none. */
export async function lastHead(company: CompanyId): Promise<Head | null> {
  const file = await open(headFile(company), "r").catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LONGEST_LINE);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const whole = buffer.subarray(0, buffer.lastIndexOf("\n") + 1).toString("utf8");
    return readLine(whole.trimEnd().split("\n").at(-1) ?? "");
  } finally {
    await file.close();
  }
}

/** Appends and waits until the data is on disk. A line cut off by a crash is written again. */
export async function appendHeads(company: CompanyId, heads: readonly Head[]): Promise<void> {
  await mkdir(directory(), { recursive: true, mode: 0o700 });
  const file = await open(headFile(company), "a+", 0o600);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LONGEST_LINE);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    await file.truncate(size - length + buffer.lastIndexOf("\n") + 1);
    await file.appendFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every exported link of this company, from the files of all servers in the directory; null for an unreadable line. */
export async function* readHeads(
  company: CompanyId,
): AsyncGenerator<{ readonly file: string; readonly head: Head | null }> {
  const ours = new RegExp(`^${company}(\\.[A-Za-z0-9_-]+)?\\.jsonl$`);
  const files = (await readdir(directory()).catch(() => [])).filter((name) => ours.test(name)).sort();
  for (const file of files) {
    const lines = createInterface({ input: createReadStream(path.join(directory(), file)), crlfDelay: Infinity });
    for await (const line of lines) yield { file, head: readLine(line) };
  }
}

function readLine(text: string): Head | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The number of the newest link that the remote URL accepted. */
export async function lastSent(company: CompanyId): Promise<number> {
  const text = await readFile(named(company, "sent"), "utf8").catch(() => "0");
  return Number.parseInt(text, 10) || 0;
}

export async function rememberSent(company: CompanyId, number: number): Promise<void> {
  const file = named(company, "sent");
  await writeFile(`${file}.new`, `${number}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
