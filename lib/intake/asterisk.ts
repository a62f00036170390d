import { type CdrRow, readRows } from "@/lib/intake/asterisk-columns";
import { credentialsOf } from "@/lib/intake/authorization";
import { malformed } from "@/lib/intake/bounded-json";
import type { CallReport, Reading } from "@/lib/intake/call-report";
import { fitsAny } from "@/lib/intake/constant-time";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { instantInZone } from "@/lib/intake/local-time";
import { ignored, toldOnly } from "@/lib/intake/one-call";
import { decodeText } from "@/lib/intake/plain-text";
import { callerOf, digestOf, idOf, uuidOf } from "@/lib/intake/told-identity";
import { secondsOf } from "@/lib/intake/told-seconds";
import { plausible, secondsAfter } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";

/** A row with its times as instants. */
type Leg = {
  readonly row: CdrRow;
  readonly callId: string;
  readonly startedAt: Date;
  readonly answeredAt: Date | undefined;
  readonly endedAt: Date;
  readonly seconds: number;
  readonly connectedSeconds: number;
};

/** Call detail records of Asterisk, uploaded as the CSV it writes. Its times are a wall clock's, without a zone. */
export const asterisk: Intake = {
  provider: "asterisk",
  label: "Asterisk",
  secretLabel: "Upload secret",
  secretHint: "Send this secret as a bearer token in the Authorization header when you upload Master.csv.",
  secretFromMaker: false,
  verify,
  read: (delivery, { timeZone }) => {
    const text = decodeText(delivery.body);
    return text === null ? malformed("The file is not UTF-8 text.") : readFile(text, timeZone, delivery.receivedAt);
  },
};

/** Asterisk sends nothing itself: whoever uploads its file shows our secret as a bearer token. */
function verify(delivery: Delivery, secrets: readonly string[]): SignatureCheck {
  const given = credentialsOf(delivery, "Bearer");
  if (given === null) return "missing";
  return fitsAny(secrets, given, (secret) => secret) ? "valid" : "wrong";
}

/** Records of real calls are a hundred bytes and more: as many of them fill the largest body. */
const LINES_AT_MOST = 50_000;
const COLUMNS_AT_MOST = 20 * LINES_AT_MOST;

function count(character: string, text: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

function readFile(text: string, timeZone: string, receivedAt: Date): Reading {
  const most = (...characters: readonly string[]) => Math.max(...characters.map((each) => count(each, text)));
  if (most("\n", "\r") > LINES_AT_MOST || most(",", ";", "\t") > COLUMNS_AT_MOST)
    return malformed(`Send at most ${LINES_AT_MOST} records at a time: split the file between two lines.`);
  const calls = new Map<string, Leg[]>();
  try {
    for (const [position, row] of readRows(text).entries()) {
      const leg = legOf(row, (told) => plausible(instantInZone(told, timeZone)?.getTime() ?? Number.NaN, receivedAt));
      if (!leg) return malformed(`Record ${position + 1} has no start time, duration or disposition that can be read.`);
      const legs = calls.get(leg.callId);
      if (legs) legs.push(leg);
      else calls.set(leg.callId, [leg]);
    }
  } catch (reason) {
    if (reason instanceof RangeError) return malformed("The time zone of this source is not known.");
    return malformed("The file is not CSV as Asterisk writes it.");
  }
  if (calls.size === 0) return ignored("a file without records");
  return { kind: "calls", reports: [...calls].map(([callId, legs]) => reportOf(callId, legs)) };
}

function legOf(row: CdrRow, instantOf: (told: string) => Date | undefined): Leg | null {
  const startedAt = instantOf(row.start || row.calldate || "");
  const seconds = secondsOf(row.duration);
  if (!startedAt || seconds === undefined || !row.disposition) return null;
  const connectedSeconds = isAnswered(row) ? (secondsOf(row.billsec) ?? 0) : 0;
  const endedAt = instantOf(row.end ?? "") ?? new Date(startedAt.getTime() + seconds * 1000);
  const answeredAt = instantOf(row.answer ?? "") ?? secondsAfter(endedAt, -connectedSeconds);
  const callId = idOf(row.linkedid) ?? idOf(row.uniqueid) ?? digestOf(`${row.start || row.calldate} ${row.channel}`);
  return {
    row,
    callId,
    startedAt,
    seconds,
    endedAt,
    connectedSeconds,
    answeredAt: isAnswered(row) ? answeredAt : undefined,
  };
}

function isAnswered(row: CdrRow): boolean {
  return /^answered$/i.test(row.disposition ?? "");
}

/** One call of all records that share a linkedid: the longest answered leg to somebody is the one that connected. */
function reportOf(callId: string, legs: readonly Leg[]): CallReport {
  const inOrder = [...legs].sort(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime() || sequenceOf(a) - sequenceOf(b),
  );
  const [first] = inOrder;
  const answered = inOrder.filter((leg) => isAnswered(leg.row));
  const bridged = answered.filter((leg) => leg.row.dstchannel);
  const connected = longest(bridged.length > 0 ? bridged : answered);
  const endedAt = latest(inOrder.map((leg) => leg.endedAt));
  const deciding = (connected ?? first)?.row;
  return toldOnly({
    externalId: `asterisk:${callId}`,
    eventId: `cdr:${callId}:${digestOf(JSON.stringify(inOrder.map((leg) => leg.row)))}`,
    uuid: uuidOf(inOrder.find(({ row }) => uuidOf(row.userfield))?.row.userfield),
    caller: callerOf(first?.row.src),
    startedAt: first?.startedAt,
    answeredAt: connected?.answeredAt,
    endedAt,
    durationSeconds: inOrder.length === 1 ? first?.seconds : secondsOf(spanOf(first?.startedAt, endedAt)),
    connectedSeconds: connected?.connectedSeconds ?? 0,
    tokens: tokensOf(Object.fromEntries(told(deciding))),
  });
}

function told(row: CdrRow | undefined): [string, string][] {
  const names = ["disposition", "dst", "did", "accountcode", "userfield"];
  return names.flatMap((name): [string, string][] => (row?.[name] ? [[name, row[name]]] : []));
}

function longest(legs: readonly Leg[]): Leg | undefined {
  return legs.reduce<Leg | undefined>(
    (best, leg) => (best && best.connectedSeconds >= leg.connectedSeconds ? best : leg),
    undefined,
  );
}

function latest(instants: readonly Date[]): Date | undefined {
  return instants.reduce<Date | undefined>((last, instant) => (last && last >= instant ? last : instant), undefined);
}

function spanOf(from: Date | undefined, to: Date | undefined): number | undefined {
  return from && to ? (to.getTime() - from.getTime()) / 1000 : undefined;
}

function sequenceOf(leg: Leg): number {
  return secondsOf(leg.row.sequence) ?? 0;
}
