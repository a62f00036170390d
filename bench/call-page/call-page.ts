import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import type { Bench, Line } from "../bench";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";
import { scriptBytes } from "./script-bytes";
import { SignedInBrowser } from "./signed-in-browser";

const EMPTY = "/bench-empty";
const REQUESTS_A_ROUND = 5;
const TIMES_AT_MOST = 2.5;
const SCRIPT_AT_MOST_KB = 120;

/**
 * The page of a call that was converted, reversed and converted again, compared to an empty page behind the same access
 * check.
 */
export const callPage: Bench = async ({ quick, server }) => {
  const { url } = await server();
  const { ctx, call } = await givenConvertedCall({ offer_converted: true });
  for (const converted of [false, true]) {
    await rollUp(ctx);
    await updateCall(ctx, { id: call.id }, { buyer_converted: converted });
  }
  const browser = await SignedInBrowser.as(await givenMember(ctx), url);
  const page = `/calls/${call.id}`;
  const visit = (path: string) => async () => {
    const elapsed = await milliseconds(async () => {
      for (let request = 0; request < REQUESTS_A_ROUND; request += 1) await browser.get(path);
    });
    return elapsed / REQUESTS_A_ROUND;
  };
  await interleaved(5, { page: visit(page), empty: visit(EMPTY) });
  const times = await interleaved(quick ? 5 : 40, { page: visit(page), empty: visit(EMPTY) });
  return [
    answerTime(times.page, times.empty),
    script(await scriptBytes(browser, page), await scriptBytes(browser, EMPTY)),
  ];
};

function answerTime(page: readonly number[], empty: readonly number[]): Line {
  const times = ratio(page, empty);
  return {
    what: "Call page, the server's answer",
    measured: `${ratioText(times)} × an empty page (${median(page).toFixed(1)} and ${median(empty).toFixed(1)} ms)`,
    target: `≤ ${TIMES_AT_MOST} ×`,
    met: times.median <= TIMES_AT_MOST,
  };
}

function script(page: number, empty: number): Line {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed();
  return {
    what: "Call page, JavaScript with gzip",
    measured: `${kilobytes(page - empty)} KB more than an empty page (${kilobytes(page)} and ${kilobytes(empty)} KB)`,
    target: `≤ ${SCRIPT_AT_MOST_KB} KB more`,
    met: page - empty <= SCRIPT_AT_MOST_KB * 1024,
  };
}
