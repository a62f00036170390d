import { Stopped } from "@/scripts/setup/failure.mjs";
import { main } from "@/scripts/setup/main.mjs";
import { accountPage } from "./account-page/account-page";
import { applyConversions } from "./apply-conversions";
import { authorize } from "./authorize/authorize";
import type { Bench, BenchServer, Line, Run } from "./bench";
import { bulk } from "./bulk/bulk";
import { calendar } from "./calendar/calendar";
import { callList } from "./call-list/call-list";
import { callPage } from "./call-page/call-page";
import { changeFeed } from "./change-feed/change-feed";
import { closePeriod } from "./close-period/close-period";
import { dispatch } from "./dispatch/dispatch";
import { evaluation } from "./evaluation/evaluation";
import { simulator } from "./evaluation/simulator";
import { faults } from "./faults/faults";
import { hotBuyer } from "./hot-buyer/hot-buyer";
import { idempotency } from "./idempotency/idempotency";
import { intake } from "./intake/intake";
import { readOptions } from "./options";
import { proof } from "./proof/proof";
import { describeMachine } from "./report/describe-machine";
import { table } from "./report/table";
import { writeReadme } from "./report/write-readme";
import { rollupGrowth } from "./rollup-growth/rollup-growth";
import { rollupRate } from "./rollup-rate/rollup-rate";
import { securePut } from "./secure-put/secure-put";
import { startBenchServer } from "./server/bench-server.mjs";
import { sessionRead } from "./session-read/session-read";
import { startUp } from "./start/start";
import { statement } from "./statement/statement";

const BENCHES: Readonly<Record<string, Bench>> = {
  "secure-put": securePut,
  idempotency,
  "session-read": sessionRead,
  authorize,
  "apply-conversions": applyConversions,
  bulk,
  "change-feed": changeFeed,
  dispatch,
  "rollup-rate": rollupRate,
  "rollup-growth": rollupGrowth,
  "hot-buyer": hotBuyer,
  proof,
  "call-page": callPage,
  "call-list": callList,
  intake,
  evaluation,
  simulator,
  "close-period": closePeriod,
  statement,
  "account-page": accountPage,
  calendar,
  faults,
  start: startUp,
};

await main(async ({ signal, atEnd }: Run) => {
  const { chosen, quick, readme } = readOptions(process.argv.slice(2), Object.keys(BENCHES));
  const server = once(() => startBenchServer({ signal, atEnd }));
  const nextServer = once(() => startBenchServer({ signal, atEnd, front: false }));
  const lines: Line[] = [];
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Stopped()));
  });
  for (const name of chosen) {
    console.log(`${name} …`);
    const bench = BENCHES[name]?.({ quick, signal, atEnd, server, nextServer });
    lines.push(...((await Promise.race([bench, stopped])) ?? []));
  }
  const report = `${table(lines)}\n\n${await describeMachine()}\n`;
  console.log(`\n${report}`);
  if (readme) writeReadme(report);
  return lines.every(({ met }) => met) ? 0 : 1;
});

function once(start: () => Promise<BenchServer>): () => Promise<BenchServer> {
  let started: Promise<BenchServer> | undefined;
  return () => {
    started ??= start();
    return started;
  };
}
