// Keeps a copy of a company's calls in an SQLite file, in step with Callmark for ever. Stop and start it at any time.
// Needs `npm install node-sqlite3-wasm` and an API key with the permission "calls: read".
//
//   CALLMARK_URL=http://localhost:3000 CALLMARK_KEY=… node mirror.mjs calls.db [--once]
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import sqlite from "node-sqlite3-wasm";

const { CALLMARK_URL, CALLMARK_KEY } = process.env;
const [file = "calls.db", once] = process.argv.slice(2);

rmSync(`${file}.lock`, { recursive: true, force: true }); // What a killed run left behind.
const db = new sqlite.Database(file);
db.exec(`
  create table if not exists call (id integer primary key, version integer, buyer_id integer, traffic_source_id integer,
    buyer_converted integer, offer_converted integer, revenue text, payout text, everything text not null);
  create table if not exists position (cursor text not null);`);

for (;;) {
  const page = await nextPage(db.get("select cursor from position")?.cursor);
  if (page) save(page);
  else db.exec("delete from call; delete from position"); // Callmark was restored from a backup: start again.
  if (page?.metadata.has_more || !page) continue;
  if (once) break;
  await wait(1000);
}
db.close();

/** Null if the cursor is from before a restore. @param {unknown} cursor */
async function nextPage(cursor) {
  const query = cursor ? `?cursor=${cursor}` : "";
  const headers = { authorization: `Bearer ${CALLMARK_KEY}` };
  const answer = await fetch(`${CALLMARK_URL}/api/v1/changes${query}`, { headers }).catch(() => null);
  if (answer?.ok) return answer.json();
  if (answer?.status === 409) return null;
  if (answer && answer.status !== 429 && answer.status < 500) throw new Error(await answer.text());
  await wait(Number(answer?.headers.get("retry-after") ?? 1) * 1000);
  return nextPage(cursor);
}

/** Calls and cursor in one transaction: the next run continues exactly here. @param {any} page */
function save({ calls, metadata }) {
  db.exec("begin");
  const upsert = db.prepare("insert or replace into call values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const call of calls) {
    const { id, version, buyer, traffic_source, buyer_converted, offer_converted, revenue, payout } = call;
    const parties = [buyer?.id ?? null, traffic_source?.id ?? null];
    const state = [buyer_converted, offer_converted, revenue, payout].map((value) => value ?? null);
    upsert.run([id, version, ...parties, ...state, JSON.stringify(call)]);
  }
  upsert.finalize();
  db.exec("delete from position");
  db.run("insert into position values (?)", [metadata.next_cursor]);
  db.exec("commit");
}
