import type { ReportedCall } from "@/lib/call/domain/reported-call";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { type CdrRow, parseRows } from "@/lib/inbound/provider/asterisk-columns";
import { callerOf, digestOf, idOf, uuidOf } from "@/lib/inbound/provider/identifiers";
import { plausible, secondsAfter } from "@/lib/inbound/provider/instants";
import { instantInZone } from "@/lib/inbound/provider/local-time";
import { ignored, malformed, type Parsed, withoutAbsent } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsOf } from "@/lib/inbound/provider/seconds";
import { credentialsOf, matchesAny } from "@/lib/inbound/provider/signature";
import { decodeText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";

const TOKEN_COLUMNS = ["disposition", "dst", "did", "accountcode", "userfield"];

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

/** Call detail records of Asterisk, uploaded as CSV. Times are local, without a zone. */
export const asterisk: Provider = {
  name: "asterisk",
  label: "Asterisk",
  secretLabel: "Upload secret",
  secretHint: "Send this secret as a bearer token in the Authorization header when you upload Master.csv.",
  issuesSecret: false,
  verify,
  parse: (event, { timeZone }) => {
    const text = decodeText(event.body);
    return text === null ? malformed("The file is not UTF-8 text.") : parseFile(text, timeZone, event.receivedAt);
  },
};

/** Asterisk sends nothing by itself: the uploader sends our secret as a bearer token. */
function verify(event: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const sent = credentialsOf(event, "Bearer");
  if (sent === null) return "missing";
  return matchesAny(secrets, sent, (secret) => secret) ? "valid" : "wrong";
}

/** A record has at least 100 bytes, so the largest body holds this many. */
const LINES_AT_MOST = 50_000;
const COLUMNS_AT_MOST = 20 * LINES_AT_MOST;

function count(character: string, text: string): number {
  let lineCount = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) lineCount += 1;
  return lineCount;
}

function parseFile(text: string, timeZone: string, receivedAt: Date): Parsed {
  const most = (...characters: readonly string[]) => Math.max(...characters.map((character) => count(character, text)));
  if (most("\n", "\r") > LINES_AT_MOST || most(",", ";", "\t") > COLUMNS_AT_MOST)
    return malformed(`Send at most ${LINES_AT_MOST} records at a time: split the file between two lines.`);
  const calls = new Map<string, Leg[]>();
  try {
    for (const [position, row] of parseRows(text).entries()) {
      const leg = legOf(row, (text) => plausible(instantInZone(text, timeZone)?.getTime() ?? Number.NaN, receivedAt));
      if (!leg) return malformed(`Record ${position + 1} has no start time, duration or disposition that can be read.`);
      const legs = calls.get(leg.callId);
      if (legs) legs.push(leg);
      else calls.set(leg.callId, [leg]);
    }
  } catch (reason) {
    if (reason instanceof RangeError) return malformed("The time zone of this integration is not known.");
    return malformed("The file is not CSV as Asterisk writes it.");
  }
  if (calls.size === 0) return ignored("a file without records");
  return { kind: "calls", calls: [...calls].map(([callId, legs]) => callOf(callId, legs)) };
}

function legOf(row: CdrRow, instantOf: (text: string) => Date | undefined): Leg | null {
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

/** One call from all records with the same linkedid. The longest answered and bridged leg is the connection. */
function callOf(callId: string, legs: readonly Leg[]): ReportedCall {
  const inOrder = [...legs].sort(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime() || sequenceOf(a) - sequenceOf(b),
  );
  const [first] = inOrder;
  const answered = inOrder.filter((leg) => isAnswered(leg.row));
  const bridged = answered.filter((leg) => leg.row.dstchannel);
  const connected = longest(bridged.length > 0 ? bridged : answered);
  const endedAt = latest(inOrder.map((leg) => leg.endedAt));
  const deciding = (connected ?? first)?.row;
  return withoutAbsent({
    externalId: callId,
    eventId: `cdr:${callId}:${digestOf(JSON.stringify(inOrder.map((leg) => leg.row)))}`,
    uuid: uuidOf(inOrder.find(({ row }) => uuidOf(row.userfield))?.row.userfield),
    caller: callerOf(first?.row.src),
    startedAt: first?.startedAt,
    answeredAt: connected?.answeredAt,
    endedAt,
    durationSeconds: inOrder.length === 1 ? first?.seconds : secondsOf(spanOf(first?.startedAt, endedAt)),
    connectedSeconds: connected?.connectedSeconds ?? 0,
    tokens: tokensOf(deciding && columnsOf(deciding)),
  });
}

function columnsOf(row: CdrRow): CdrRow {
  return Object.fromEntries(TOKEN_COLUMNS.flatMap((name) => (row[name] ? [[name, row[name]]] : [])));
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
